package tutti.server.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import tutti.model.PatternSlot;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.store.Batch;
import tutti.server.store.Face;
import tutti.server.store.H2Journal;
import tutti.server.store.Head;
import tutti.server.store.Journal;
import tutti.server.store.Load;
import tutti.server.store.Trim;
import tutti.server.store.Window;
import tutti.sync.Landing;
import tutti.sync.MemberId;
import tutti.wire.Codec;

/**
 * Makes one folder of the corpus: a small data folder as this very server leaves it, and beside it the documents that
 * every later server must find in it. Run once for each schema, by hand; the argument is a folder that does not exist.
 * So that there are packs and earlier snapshots in a small folder, it was run by a server in which 32 rows stay loose,
 * 64 make a pack, and 64 lie between earlier snapshots ({@code Limits}); a reader depends on none of these.
 */
final class CorpusMaker {
    /** What the maker's sessions are called. */
    static final List<String> SESSIONS = List.of("corpus-busy", "corpus-quiet", "corpus-unchanged", "corpus-old");

    static final String DELETED = "corpus-deleted";
    static final String TRIMMED = "corpus-trimmed";
    static final String BINNED = "corpus-binned";
    /** How an author of the busy one was seen last. */
    static final Face FACE = new Face("maker", "The maker", 3);

    private static final String SECRET = "the-secret-of-the-corpus-maker";
    private static final int WRITERS = 40;
    private static final int EDITS = 16;
    private static final long WALL = 1_790_000_000_000L;
    /** A session in the bin since then stays there until long after we are gone. */
    private static final long FOR_EVER = 4_102_444_800_000L;

    private final House house;

    private CorpusMaker(House house) {
        this.house = house;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectory(Path.of(args[0]));
        Path data = Files.createDirectory(folder.resolve("data"));
        Path legacy = Files.createDirectories(data.resolve("kv").resolve("legacy"));
        Files.writeString(
                legacy.resolve("corpus-old.json"), "{\"id\":\"corpus-old\",\"state\":{\"tracks\":[],\"tempo\":111}}");
        try (House house = new House(data)) {
            new CorpusMaker(house).fill();
        }
        bury(data, DELETED);
        ripen(data);
        Trim.run(data, new SessionId(TRIMMED), Long.MAX_VALUE, WALL);
        Path documents = Files.createDirectory(folder.resolve("documents"));
        try (House house = new House(data)) {
            for (String session : SESSIONS) {
                Answer.Found found = (Answer.Found) house.api.read(session);
                Files.writeString(documents.resolve(session + ".json"), found.json());
            }
        }
        Files.delete(data.resolve("LOCK"));
    }

    /** Makes a data folder of many small sessions, of which the last few are deleted. */
    static Path many(Path data, int sessions, int deleted) throws IOException {
        try (House house = new House(data)) {
            CorpusMaker maker = new CorpusMaker(house);
            for (int i = 0; i < sessions; i++) {
                maker.create("small-" + i);
                maker.edit("small-" + i, "one", 1, change("session", "name", "\"Small " + i + "\""));
            }
        }
        for (int i = sessions - deleted; i < sessions; i++) {
            bury(data, "small-" + i);
        }
        return data;
    }

    /** What else a store has after a while: a name, something that was played, a session in the bin, rows in packs. */
    private static void ripen(Path data) throws IOException {
        try (H2Journal journal = H2Journal.open(data, new StoreBell())) {
            Landing play = new Landing(Landing.Kind.PLAY, 1, new MemberId("maker"), Optional.of(PatternSlot.A));
            journal.note(new SessionId("corpus-busy"), Papers.act(new Codec(Landing.class), play, WALL));
            name(journal, new SessionId("corpus-busy"));
            SessionId binned = new SessionId(BINNED);
            Head head = ((Load.Found) journal.load(binned, new Window(0, 0))).head();
            journal.bin(binned, head.version(), OptionalLong.of(FOR_EVER), "delete", outcome -> {});
            journal.rewrite((rows, all) -> true);
        }
    }

    private static void name(Journal journal, SessionId session) {
        Head head = ((Load.Found) journal.load(session, new Window(0, 0))).head();
        List<Face> authors = List.of(FACE);
        journal.append(
                new Batch(
                        session,
                        head.version(),
                        head.at(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        authors),
                outcome -> {});
    }

    private void fill() {
        List.of("corpus-busy", "corpus-quiet", "corpus-unchanged", DELETED, BINNED, TRIMMED)
                .forEach(this::create);
        house.api.read("corpus-old");
        edit(TRIMMED, "first", 1, mutation("{\"at\":\"track/kick\",\"insert\":{\"position\":\"V.kick\"}}"));
        edit("corpus-busy", "first", 1, mutation("{\"at\":\"track/kick\",\"insert\":{\"position\":\"V.kick\"}}"));
        write("corpus-busy");
        write(TRIMMED);
        edit("corpus-quiet", "one", 1, change("session", "tempo", "9000"));
        edit("corpus-quiet", "one", 2, "{\"of\":\"nothing\",\"type\":\"Undo\"}"); // refused, and remembered
        edit("corpus-quiet", "one", 3, "{\"of\":\"gesture1\",\"type\":\"Undo\"}");
        edit(DELETED, "one", 1, change("session", "tempo", "8000"));
    }

    private void create(String session) {
        must(house.api.create("{\"id\":\"" + session + "\",\"version\":1}"), Answer.Made.class);
    }

    private void write(String session) {
        IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> write(session, writer)))
                .toList()
                .forEach(CorpusMaker::join);
    }

    private void write(String session, int writer) {
        for (int n = 1; n <= EDITS; n++) {
            String at = "step/A/kick/" + (writer + n) % 32;
            edit(session, "box" + writer, n, change(at, "velocity", String.valueOf(1 + (writer * 7 + n) % 127)));
        }
    }

    private static String change(String at, String field, String to) {
        return mutation("{\"at\":\"" + at + "\",\"put\":\"" + field + "\",\"to\":" + to + "}");
    }

    private static String mutation(String mutation) {
        return "{\"mutations\":[" + mutation + "],\"type\":\"Change\"}";
    }

    private void edit(String session, String outbox, int n, String ask) {
        String edit = "{\"ask\":" + ask + ",\"gesture\":\"gesture" + n + "\",\"n\":" + n + "}";
        String body = "{\"edit\":" + edit + ",\"outbox\":\"" + outbox + "\"}";
        must(house.api.edit(session, SECRET, body), Answer.Settled.class);
    }

    private static void bury(Path data, String session) throws IOException {
        try (Journal journal = H2Journal.open(data, new StoreBell())) {
            SessionId id = new SessionId(session);
            Head head = ((Load.Found) journal.load(id, new Window(0, 0))).head();
            journal.bury(id, head.version(), "delete it", outcome -> {});
        }
    }

    private static void must(Answer answer, Class<?> wanted) {
        if (!wanted.isInstance(answer)) {
            throw new IllegalStateException("answered " + answer);
        }
    }

    private static void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
