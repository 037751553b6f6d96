package tutti.server.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.sync.Ask;
import tutti.sync.Edit;
import tutti.sync.Effect;
import tutti.sync.GestureId;
import tutti.sync.Input;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.Restored;
import tutti.sync.Room;
import tutti.sync.Saved;
import tutti.wire.Codec;

/**
 * Rows of a real room, in which four people work as people do, with ids as clients make them: steps that are clicked,
 * velocities and volumes that are dragged, a bar that is pasted, something undone. Each second edit is a click.
 */
final class PeopleRows {
    private static final int PEOPLE = 4;
    private static final int TRACKS = 8;
    private static final int STEPS = 32;
    private static final int BAR = 16;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int ID_BITS = 128;

    private final Random random;
    private final List<Person> people = new ArrayList<>();
    private final List<NodeId> tracks = new ArrayList<>();
    private final Deque<Bytes> made = new ArrayDeque<>();
    private final Room room;
    private long time;

    PeopleRows(long seed) {
        random = new Random(seed);
        Restored restored =
                Room.restore(Saved.fresh(Session.BLANK, 0, new tutti.sync.Chain("12".repeat(Chain.SIZE))), new Codec());
        room = ((Restored.Alive) restored).room();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Person());
        }
        for (int i = 0; i < TRACKS; i++) {
            NodeId track = new NodeId(id());
            tracks.add(track);
            people.getFirst()
                    .change(
                            id(),
                            new Mutation.Insert<>(
                                    new Root.OfTrack(track),
                                    List.of(TrackFields.POSITION.of(Order.spread(track, tracks.size() - 1, TRACKS)))));
        }
    }

    /** The canonical bytes of the next row. */
    Bytes next() {
        while (made.isEmpty()) {
            people.get(random.nextInt(PEOPLE)).act();
        }
        return made.remove();
    }

    /** So many rows or a few more: all that lead to {@link #session}. */
    List<Bytes> atLeast(int rows) {
        List<Bytes> taken = new ArrayList<>();
        while (taken.size() < rows || !made.isEmpty()) {
            taken.add(next());
        }
        return taken;
    }

    /** The document after all rows that were made. */
    Session session() {
        return room.session();
    }

    /** 128 bits as the clients write them. */
    private String id() {
        StringBuilder id = new StringBuilder();
        for (int bits = 0; bits < ID_BITS; bits += 6) {
            id.append(LETTERS.charAt(bits + 6 > ID_BITS ? random.nextInt(4) * 16 : random.nextInt(64)));
        }
        return id.toString();
    }

    private final class Person {
        private final MemberId member = new MemberId(id());
        private final OutboxId outbox = new OutboxId(id());
        private String last = id();
        private long n;

        void act() {
            Place.OfStep step = step(random.nextInt(STEPS));
            switch (random.nextInt(20)) {
                case 0 -> ask(id(), new Ask.Undo(new GestureId(last)));
                case 1 -> paste();
                case 2, 3 ->
                    drag(i -> new Mutation.Put<>(new Root.OfTrack(step.track()), TrackFields.VOLUME.of(-i * 20)));
                case 4, 5, 6 -> drag(i -> new Mutation.Put<>(step, StepFields.VELOCITY.of(40 + i * 3)));
                default -> click(step);
            }
        }

        private void click(Place.OfStep step) {
            boolean on = step.get(room.session()).orElseThrow().on();
            change(id(), new Mutation.Put<>(step, StepFields.ON.of(!on)));
        }

        private void drag(IntFunction<Mutation> to) {
            String gesture = id();
            for (int i = 0; i < 4 + random.nextInt(8); i++) {
                change(gesture, to.apply(random.nextInt(25)));
            }
        }

        private void paste() {
            List<Mutation> bar = new ArrayList<>();
            for (int i = 0; i < BAR; i++) {
                bar.add(new Mutation.Put<>(step(i), StepFields.ON.of(random.nextInt(3) == 0)));
            }
            change(id(), bar.toArray(Mutation[]::new));
        }

        private Place.OfStep step(int number) {
            return new Place.OfStep(PatternSlot.A, tracks.get(random.nextInt(tracks.size())), number);
        }

        void change(String gesture, Mutation... mutations) {
            last = gesture;
            ask(gesture, new Ask.Change(List.of(mutations)));
        }

        private void ask(String gesture, Ask ask) {
            time += 20_000 + random.nextInt(85_000);
            Edit edit = new Edit(++n, new GestureId(gesture), ask);
            List<Effect> effects = room.step(
                    List.of(new Input.Posted(1, member, outbox, edit)), time, 1_790_000_000_000L + time / 1_000);
            for (Effect effect : effects) {
                if (effect instanceof Effect.Append append) {
                    append.rows().forEach(row -> made.add(Bytes.utf8(row.text())));
                    room.committed();
                }
            }
        }
    }
}
