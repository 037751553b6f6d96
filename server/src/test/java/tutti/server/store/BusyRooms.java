package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Rooms that several threads edit without a pause, in every way that a store knows, and all that they were told. */
final class BusyRooms {
    private final Journal journal;
    private final List<Editor> editors = new ArrayList<>();
    private final List<Future<?>> work = new ArrayList<>();
    private final ExecutorService threads;
    private final AtomicLong told = new AtomicLong();
    private volatile boolean over;

    /** That many sessions, shared out among that many threads. */
    BusyRooms(Journal journal, int sessions, int editing) {
        this.journal = journal;
        this.threads = Executors.newFixedThreadPool(editing);
        for (int i = 0; i < editing; i++) {
            editors.add(new Editor(i));
        }
        for (int i = 0; i < sessions; i++) {
            editors.get(i % editing).rooms.add(Rooms.begin(journal, "room" + i));
        }
    }

    void start() {
        editors.forEach(editor -> work.add(threads.submit(editor)));
    }

    /** Writes that were acknowledged so far. */
    long told() {
        return told.get();
    }

    /** @throws ExecutionException if an editor was not answered as it should be */
    void stop() throws InterruptedException, ExecutionException {
        over = true;
        threads.shutdown();
        for (Future<?> each : work) {
            each.get();
        }
    }

    /** All that anybody was told is there, once, and nothing else. */
    void check(Journal now) {
        editors.forEach(editor -> editor.check(now));
    }

    private final class Editor implements Runnable {
        private final List<Rooms.Room> rooms = new ArrayList<>();
        private final Map<Rooms.Room, Long> settled = new HashMap<>();
        private final Map<Rooms.Room, String> names = new HashMap<>();
        private final List<Rooms.Room> buried = new ArrayList<>();
        private final Random random;
        private final int number;
        private int made;

        Editor(int number) {
            this.number = number;
            this.random = new Random(number);
        }

        @Override
        public void run() {
            while (!over) {
                Rooms.Room room = rooms.get(random.nextInt(rooms.size()));
                switch (random.nextInt(12)) {
                    case 0 -> rename(room);
                    case 1 -> snapshot(room);
                    case 2 -> settle(room);
                    case 3 -> room.note(room.at.seq());
                    case 4 -> replace(room);
                    default -> edit(room);
                }
                told.incrementAndGet();
            }
        }

        private void edit(Rooms.Room room) {
            settled.merge(room, 1L, Long::sum);
            OutboxState state = new OutboxState("ann", "box", settled.get(room), Bytes.NONE);
            must(room, room.batch(room.next("an edit " + random.nextInt(), "another"), state));
        }

        /** A refusal: it moves the settled number, and no row. */
        private void settle(Rooms.Room room) {
            settled.merge(room, 1L, Long::sum);
            must(room, room.batch(List.of(), new OutboxState("ann", "box", settled.get(room), Bytes.utf8("no"))));
        }

        private void rename(Rooms.Room room) {
            names.put(room, "name " + random.nextInt());
            must(room, room.with(List.of(), Optional.empty(), Optional.of(names.get(room))));
        }

        private void snapshot(Rooms.Room room) {
            TreeMap<String, Bytes> fresh = new TreeMap<>(Map.of("head", Bytes.utf8("a head at " + room.at.seq())));
            Checkpoint taken = new Checkpoint(room.at, fresh, new TreeSet<>(Set.of("track/T")));
            must(room, room.with(List.of(), Optional.of(taken), Optional.empty()));
        }

        /** Deletes a session and makes another. */
        private void replace(Rooms.Room room) {
            Outcome outcome = Rooms.answer(to -> journal.bury(room.session, room.version, "delete", to));
            assertInstanceOf(Outcome.Committed.class, outcome);
            rooms.remove(room);
            buried.add(room);
            rooms.add(Rooms.begin(journal, "made" + number + "-" + made++));
        }

        private void must(Rooms.Room room, Batch batch) {
            assertInstanceOf(Outcome.Committed.class, room.append(batch));
        }

        void check(Journal now) {
            for (Rooms.Room room : rooms) {
                Load.Found found = assertInstanceOf(Load.Found.class, now.load(room.session, Rooms.ALL));
                assertEquals(room.rows, found.rows());
                assertEquals(room.version, found.head().version());
                long answered = found.outboxes().stream()
                        .mapToLong(OutboxState::settled)
                        .sum();
                assertEquals(settled.getOrDefault(room, 0L), answered, room.session.text());
                String name = names.getOrDefault(room, "name of " + room.session.text());
                assertEquals(name, found.head().name());
            }
            buried.forEach(room -> assertEquals(new Load.Buried(), now.load(room.session, Rooms.ALL)));
        }
    }
}
