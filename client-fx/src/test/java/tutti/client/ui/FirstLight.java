package tutti.client.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Outcome;
import tutti.edit.Place.OfLane;
import tutti.edit.Place.OfSession;
import tutti.edit.Place.OfStep;
import tutti.edit.Reducer;
import tutti.edit.Root.OfTrack;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Condition;
import tutti.model.Instrument;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.sync.Trail;

/** The demo groove as a document, and a room with three people around it, for tests and pictures. */
public final class FirstLight {
    private final List<Mutation> all = new ArrayList<>();
    private int count;

    private FirstLight() {}

    /** A track's id by its name in lower case. */
    public static NodeId id(String name) {
        return new NodeId(name);
    }

    /** The document. */
    public static Session session() {
        FirstLight first = new FirstLight();
        first.all.add(Mutation.put(new OfSession(), SessionFields.NAME, "Basement Tuesday"));
        first.all.add(Mutation.put(new OfSession(), SessionFields.TEMPO, 12_200));
        first.all.add(Mutation.put(new OfSession(), SessionFields.SWING, 240));
        first.all.add(Mutation.put(new OfSession(), SessionFields.ROOT, 7));
        first.tracks();
        first.details();
        return switch (Reducer.reduce(Session.BLANK, first.all)) {
            case Outcome.Changed changed -> changed.next();
            case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private void tracks() {
        track("kick", "Kick", "kick-909", 0, 16, "X---X---X---X---");
        track("clap", "Clap", "clap", 1, 16, "----x-------x---");
        track("closed", "Closed hat", "hat-closed", 2, 16, "xg-oxg-oxg-oxg-x");
        track("open", "Open hat", "hat-open", 2, 16, "--x---x---x---x-");
        track("conga", "Conga", "conga-mid", 3, 7, "x--o-x-");
        track("rim", "Rim", "rimshot", 4, 5, "--x-g");
        track("bass", "Bass", "bass-voxy-c", 5, 16, "--x--xo---x-x-o-");
        track("stab", "Stab", "key-c4", 6, 32, "x--x--o---------x--x--o---x-----");
    }

    private void track(String id, String name, String sound, int colour, int length, String steps) {
        NodeId node = id(id);
        all.add(new Mutation.Insert<>(
                new OfTrack(node),
                List.of(
                        TrackFields.POSITION.of(Order.spread(node, count++, 8)),
                        TrackFields.NAME.of(name),
                        TrackFields.COLOUR.of(colour),
                        TrackFields.INSTRUMENT.of(Instrument.sample(sound)))));
        all.add(Mutation.put(new OfLane(PatternSlot.A, node), LaneFields.LENGTH, length));
        for (int i = 0; i < steps.length(); i++) {
            step(node, i, steps.charAt(i));
        }
    }

    private void step(NodeId node, int index, char sign) {
        if (sign != '-') {
            OfStep step = new OfStep(PatternSlot.A, node, index);
            int velocity = Map.of('X', 120, 'x', 100, 'o', 72, 'g', 44).get(sign);
            all.add(Mutation.put(step, StepFields.ON, true));
            all.add(Mutation.put(step, StepFields.VELOCITY, velocity));
            all.add(Mutation.put(step, StepFields.ACCENT, sign == 'X'));
        }
    }

    private static OfStep at(String track, int number) {
        return new OfStep(PatternSlot.A, id(track), number - 1);
    }

    private void details() {
        all.add(Mutation.put(new OfTrack(id("clap")), TrackFields.MUTE, true));
        all.add(Mutation.put(at("closed", 2), StepFields.CHANCE, 60));
        all.add(Mutation.put(at("closed", 10), StepFields.CHANCE, 60));
        all.add(Mutation.put(at("closed", 16), StepFields.RATCHET, 3));
        all.add(Mutation.put(at("closed", 16), StepFields.CONDITION, Condition.lap(2, 2)));
        all.add(Mutation.put(at("open", 7), StepFields.NUDGE, 120));
        all.add(Mutation.put(at("conga", 4), StepFields.CHANCE, 75));
        all.add(Mutation.put(at("bass", 6), StepFields.LOCKS.getFirst(), Optional.of(-3_000)));
        all.add(Mutation.put(at("bass", 11), StepFields.LOCKS.getFirst(), Optional.of(-3_000)));
        all.add(Mutation.put(at("bass", 7), StepFields.PITCH, 7));
        all.add(Mutation.put(at("bass", 7), StepFields.TIE, true));
        all.add(Mutation.put(at("bass", 13), StepFields.PITCH, -2));
        all.add(Mutation.put(at("bass", 15), StepFields.PITCH, -7));
        all.add(Mutation.put(new OfStep(PatternSlot.B, id("kick"), 0), StepFields.ON, true));
        all.add(Mutation.put(new OfStep(PatternSlot.C, id("kick"), 0), StepFields.ON, true));
    }

    /** A room in which nothing plays, with me and two others. */
    public static Shared room() {
        Person me = new Person("me", "Lowend", 0x56B4E9, true, Optional.empty());
        Person hatter =
                new Person("ha", "Hatter", 0xF29E4C, false, Optional.of(new Cursor(PatternSlot.A, id("conga"), 5)));
        Person keys =
                new Person("ke", "Keys", 0xE879F9, false, Optional.of(new Cursor(PatternSlot.A, id("closed"), 12)));
        Ears ears = new Ears(Set.of(), Set.of(), false, -6_000, false, Ears.Output.HERE, 11);
        Transport still = new Transport(false, Optional.empty(), PatternSlot.A, Optional.empty(), heard(0));
        return new Shared(
                session(),
                new Sync(Sync.Link.CONNECTED, 0, 1_542, "Lowend's laptop", 200, ""),
                new Shared.Undoing(true, false, Trail.NONE),
                List.of(me, hatter, keys),
                still,
                ears,
                rooms(),
                catalogue(),
                List.of(),
                marks(),
                track -> 0,
                Past.NONE);
    }

    private static Rooms rooms() {
        return new Rooms(
                "",
                List.of(
                        new Rooms.Room("a", "Basement Tuesday", 3, true, false),
                        new Rooms.Room("b", "Slow burn", 1, false, false),
                        new Rooms.Room("c", "Eleven doors", 0, false, true)),
                List.of(new Rooms.Deleted("d", "Half an idea", 29)),
                "");
    }

    /** A clock that stands. */
    public static Transport.Heard heard(long tick) {
        return new Transport.Heard() {
            @Override
            public long room() {
                return tick;
            }

            @Override
            public long run() {
                return tick;
            }
        };
    }

    private static Marks marks() {
        return new Marks() {
            @Override
            public Optional<String> mutedBy(NodeId track) {
                return Optional.of("Hatter");
            }

            @Override
            public Optional<String> changedBy(PatternSlot pattern, NodeId track, int step) {
                return step == 5 ? Optional.of("Lowend") : Optional.empty();
            }
        };
    }

    private static Catalogue catalogue() {
        List<Catalogue.Sound> sounds = List.of(
                sound("kick-909", "909", "Kick", 36, false),
                sound("kick-808", "808", "Kick", 36, false),
                sound("kick-fat", "Fat", "Kick", 36, false),
                sound("clap", "Clap", "Clap", 39, false),
                sound("hat-closed", "Hat, closed", "Hat", 42, false),
                sound("hat-tight", "Hat, tight", "Hat", 42, false),
                sound("hat-open", "Hat, open", "Open hat", 46, false),
                sound("conga-mid", "Conga, mid", "Drum", 60, false),
                sound("rimshot", "Rimshot", "Drum", 60, false),
                sound("bass-voxy-c", "Voxy bass", "Bass", 38, true),
                sound("bass-woodsy-c", "Woodsy bass", "Bass", 38, true),
                sound("key-c4", "Keys, Gm7", "Keys", 60, false));
        Map<String, List<Instrument>> eight = Map.of(
                "Kick", List.of(Instrument.sample("kick-808")),
                "Hat", List.of(Instrument.sample("hat-tight")),
                "Drum", List.of(Instrument.sample("rimshot"), Instrument.sample("conga-mid")));
        return new Catalogue(sounds, List.of(new Catalogue.Kit("Boom bap", eight)));
    }

    private static Catalogue.Sound sound(String id, String name, String family, int root, boolean pitched) {
        return new Catalogue.Sound(Instrument.sample(id), name, family, root, pitched);
    }
}
