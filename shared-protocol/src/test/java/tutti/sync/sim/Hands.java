package tutti.sync.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.SectionFields;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Track;
import tutti.sync.ClientMessage;
import tutti.sync.GestureId;
import tutti.sync.Replica;
import tutti.sync.Scope;

/** What a person does: few places and many hands, so that they meet. */
final class Hands {
    private static final int STEPS = 3;

    private final World world;
    private final Person person;
    private final Dice dice;
    private int count;

    Hands(World world, Person person) {
        this.world = world;
        this.person = person;
        this.dice = world.dice();
    }

    void start() {
        person.later(dice.between(1_000, 120_000), this::act);
    }

    private String fresh(String kind) {
        return kind + "-" + person.name() + "-" + count++;
    }

    private GestureId gesture() {
        return new GestureId(fresh("g"));
    }

    private Session session() {
        return replica().view().session();
    }

    private Replica replica() {
        return person.replica().orElseThrow();
    }

    private void act() {
        if (!world.active()) {
            return;
        }
        start();
        switch (dice.below(17)) {
            case 0, 1, 2 -> once(step());
            case 3 -> drag(velocity(), 2 + dice.below(8));
            case 4 -> paint(2 + dice.below(4));
            case 5 -> once(insertTrack());
            case 6 -> track().ifPresent(track -> once(List.of(Mutation.delete(track))));
            case 7 -> track().ifPresent(track -> once(List.of(Mutation.bringBack(track))));
            case 8 -> track().ifPresent(track -> once(Order.move(session(), track, dice.below(5))));
            case 9 -> once(lock());
            case 10 -> once(List.of(Mutation.put(new Place.OfSession(), SessionFields.TEMPO, tempo())));
            case 11 -> once(section());
            case 12, 13, 14 -> revert();
            case 15 -> restore();
            default -> transport();
        }
    }

    /** Some moment, mostly one that there was. */
    private void restore() {
        if (person.replica().isPresent()) {
            world.tally().count("restores");
            long seq = dice.below((int) replica().view().seq() + 2);
            GestureId gesture = new GestureId(fresh("m"));
            person.carry(replica().restore(gesture, seq, scope(), world.now()));
        }
    }

    private Scope scope() {
        return switch (dice.below(4)) {
            case 0 -> new Scope.Pattern(PatternSlot.A);
            case 1 -> new Scope.Bars(PatternSlot.A, 0, dice.below(2));
            case 2 -> track().<Scope>map(track -> new Scope.Track(track.id())).orElse(new Scope.All());
            default -> new Scope.All();
        };
    }

    private int tempo() {
        return 2_000 + dice.below(28_001);
    }

    private void once(List<Mutation> mutations) {
        propose(gesture(), mutations);
        if (person.replica().isPresent() && dice.chance(500)) {
            person.carry(replica().endGesture(world.now()));
        }
    }

    private void propose(GestureId gesture, List<Mutation> mutations) {
        if (!mutations.isEmpty() && person.replica().isPresent()) {
            world.tally().count("proposed");
            world.ledger().wishes().wish(gesture, mutations);
            long life = person.life();
            person.carry(replica().propose(gesture, mutations, world.now()));
            if (person.replica().isEmpty() || person.life() != life) {
                world.ledger().wishes().excuse(gesture);
            }
        }
    }

    /** One control, many values, in quick succession. */
    private void drag(List<Mutation> first, int more) {
        GestureId gesture = gesture();
        propose(gesture, first);
        Place<?> place = first.getFirst().place();
        if (place instanceof Place.OfStep step) {
            drag(gesture, step, more);
        }
    }

    private void drag(GestureId gesture, Place.OfStep step, int more) {
        person.later(dice.between(5_000, 40_000), () -> {
            propose(gesture, List.of(Mutation.put(step, StepFields.VELOCITY, 1 + dice.below(127))));
            if (more > 0) {
                drag(gesture, step, more - 1);
            } else if (person.replica().isPresent()) {
                person.carry(replica().endGesture(world.now()));
            }
        });
    }

    /** One gesture over several steps. */
    private void paint(int more) {
        paint(gesture(), more);
    }

    private void paint(GestureId gesture, int more) {
        propose(gesture, step());
        if (more > 0) {
            person.later(dice.between(5_000, 90_000), () -> paint(gesture, more - 1));
        }
    }

    private Optional<Root.OfTrack> track() {
        List<Shelf.Entry<Track>> all = session().tracks().entries();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Root.OfTrack(dice.of(all).id()));
    }

    private Optional<Place.OfStep> place() {
        List<Shelf.Entry<Track>> all = session().tracks().entries();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        NodeId id = all.get(dice.below(Math.min(3, all.size()))).id();
        return Optional.of(new Place.OfStep(dice.chance(700) ? PatternSlot.A : PatternSlot.B, id, dice.below(STEPS)));
    }

    private List<Mutation> step() {
        return place().map(place -> List.<Mutation>of(Mutation.put(place, StepFields.ON, !on(place))))
                .orElse(List.of());
    }

    private boolean on(Place.OfStep place) {
        return place.get(session()).map(step -> step.on()).orElse(false);
    }

    private List<Mutation> velocity() {
        return place().map(place -> List.<Mutation>of(Mutation.put(place, StepFields.VELOCITY, 1 + dice.below(127))))
                .orElseGet(this::insertTrack);
    }

    private List<Mutation> lock() {
        return place().map(place -> List.<Mutation>of(new Mutation.Put<>(
                        place, StepFields.LOCKS.get(dice.below(10)).sample(dice.below(1000)))))
                .orElse(List.of());
    }

    /** A track with some of its steps, as one paste. */
    private List<Mutation> insertTrack() {
        Root.OfTrack track = new Root.OfTrack(new NodeId(dice.chance(50) ? "t-0" : fresh("t")));
        Order.Spot spot = Order.at(session(), track, dice.below(4));
        List<Mutation> all = new ArrayList<>(spot.rekeys());
        all.add(new Mutation.Insert<>(
                track, List.of(TrackFields.POSITION.of(spot.key()), TrackFields.NAME.of(person.name()))));
        for (int i = dice.below(3); i > 0; i--) {
            all.add(Mutation.put(new Place.OfStep(PatternSlot.A, track.id(), i), StepFields.ON, true));
        }
        if (dice.chance(300)) {
            all.add(Mutation.put(new Place.OfLane(PatternSlot.A, track.id()), LaneFields.LENGTH, 1 + dice.below(128)));
        }
        return all;
    }

    private List<Mutation> section() {
        Root.OfSection section = new Root.OfSection(new NodeId("s-" + dice.below(4)));
        if (section.get(session()).isPresent()) {
            return List.of(
                    dice.chance(300)
                            ? Mutation.put(section, SectionFields.DELETED, dice.chance(500))
                            : Mutation.put(section, SectionFields.REPEATS, 1 + dice.below(64)));
        }
        String key = Order.at(session(), section, dice.below(3)).key();
        return List.of(new Mutation.Insert<>(section, List.of(SectionFields.POSITION.of(key))));
    }

    private void revert() {
        int presses = 1 + dice.below(3);
        for (int i = 0; i < presses && person.replica().isPresent(); i++) {
            GestureId fresh = new GestureId(fresh("u"));
            person.carry(
                    dice.chance(700)
                            ? replica().undo(fresh, world.now())
                            : replica().redo(fresh, world.now()));
        }
    }

    private void transport() {
        PatternSlot slot = dice.of(List.of(PatternSlot.A, PatternSlot.B, PatternSlot.C));
        switch (dice.below(4)) {
            case 0 -> person.say(new ClientMessage.Play(Optional.of(slot)));
            case 1 -> person.say(new ClientMessage.Stop(dice.chance(300)));
            default -> person.say(new ClientMessage.Launch(slot));
        }
    }
}
