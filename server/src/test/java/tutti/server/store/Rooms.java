package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tutti.model.SessionId;

/** What a test needs to play a room against a journal. */
public final class Rooms {
    /** Wide enough for any test. */
    public static final Window ALL = new Window(Integer.MAX_VALUE, Long.MAX_VALUE);

    private static final int DEADLINE_SECONDS = 60;

    private Rooms() {}

    /** Nothing to watch for. */
    public static final StoreWatch UNWATCHED = new StoreWatch() {
        @Override
        public void lost(String reason) {}

        @Override
        public void well() {}
    };

    public static SessionId id(String text) {
        return new SessionId(text);
    }

    public static Chain chain(String seed) {
        return new Chain(Bytes.utf8(seed).sha256());
    }

    public static Birth birth(String session) {
        return birth(session, "request of " + session, Origin.NEW);
    }

    public static Birth birth(String session, String request, Origin origin) {
        TreeMap<String, Bytes> parts = new TreeMap<>();
        parts.put("head", Bytes.utf8("the head of " + session));
        parts.put("track/T", Bytes.utf8("a track of " + session));
        Mark start = new Mark(0, chain(session));
        return new Birth(start, parts, "name of " + session, Bytes.utf8("lineage"), request, origin, false, 1_700);
    }

    /** Waits for the one answer of an asynchronous call. */
    public static <T> T answer(Consumer<Consumer<T>> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        call.accept(answer::complete);
        return within(answer);
    }

    static <T> T within(CompletableFuture<T> answer) {
        try {
            return answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException late) {
            throw new AssertionError("no answer", late);
        }
    }

    /** Waits at a gate that a test opens. */
    static void await(CountDownLatch gate) {
        try {
            if (!gate.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the gate was never opened");
            }
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.toList();
        }
        for (Path file : all.reversed()) {
            Files.delete(file);
        }
    }

    /** A room that begins with {@link #birth}. */
    public static Room begin(Journal journal, String session) {
        Birth birth = birth(session);
        Creation made = answer(told -> journal.create(id(session), birth, told));
        return new Room(
                journal,
                id(session),
                assertInstanceOf(Creation.Made.class, made).version(),
                birth.start());
    }

    /** A room as the journal has it. */
    public static Room load(Journal journal, String session) {
        Load.Found found = assertInstanceOf(Load.Found.class, journal.load(id(session), ALL));
        Room room = new Room(
                journal, id(session), found.head().version(), found.head().at());
        room.rows.addAll(found.rows());
        return room;
    }

    /** One room: it knows what it was told is durable. Not safe for threads. */
    public static final class Room {
        final Journal journal;
        public final SessionId session;
        public long version;
        public Mark at;
        public final List<Row> rows = new ArrayList<>();

        public Room(Journal journal, SessionId session, long version, Mark at) {
            this.journal = journal;
            this.session = session;
            this.version = version;
            this.at = at;
        }

        /** Rows with these texts after the newest one. */
        public List<Row> next(String... texts) {
            List<Row> next = new ArrayList<>();
            Mark before = at;
            for (String text : texts) {
                next.add(Row.after(before, Bytes.utf8(text)));
                before = next.getLast().at();
            }
            return next;
        }

        public Batch batch(List<Row> next, OutboxState... states) {
            return Batch.of(session, version, at, next, List.of(states));
        }

        public Batch with(List<Row> next, Optional<Checkpoint> checkpoint, Optional<String> name) {
            return new Batch(session, version, at, next, List.of(), checkpoint, name, List.of());
        }

        /** An edit of one of these authors. */
        public Batch naming(Face... authors) {
            return new Batch(
                    session,
                    version,
                    at,
                    next("an edit"),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(authors));
        }

        public Outcome append(String... texts) {
            return append(batch(next(texts)));
        }

        public Outcome append(Batch batch) {
            Outcome outcome = answer(told -> journal.append(batch, told));
            if (outcome instanceof Outcome.Committed committed) {
                take(batch, committed.version());
            }
            return outcome;
        }

        void take(Batch batch, long newVersion) {
            version = newVersion;
            at = batch.after();
            rows.addAll(batch.rows());
        }

        public Outcome note(long seq) {
            Outcome outcome = answer(told -> journal.noteKv(session, version, seq, told));
            version += outcome instanceof Outcome.Committed ? 1 : 0;
            return outcome;
        }
    }
}
