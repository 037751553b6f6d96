package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.store.Audit;
import tutti.server.store.Copied;
import tutti.server.store.Creation;
import tutti.server.store.Footing;
import tutti.server.store.H2Journal;
import tutti.server.store.Origin;
import tutti.server.store.Restore;
import tutti.server.store.Trimming;
import tutti.server.verify.Exporter;
import tutti.server.verify.Finding;
import tutti.server.verify.Journey;
import tutti.server.verify.Replaying;
import tutti.server.verify.Trimmer;
import tutti.server.verify.Verifier;
import tutti.wire.Codec;

/** Its newest snapshot stands exactly where the backup was made, and so where the new chain begins. */
@Tag("slow")
@DisplayName("A session of a backup that was restored")
class RestoredTest {
    private static final SessionId ID = new SessionId("restored-session");
    private static final String SECRET = "a-secret-of-a-restored-visitor";

    @TempDir
    Path temporary;

    private Path data;
    private Path scratch;
    private long end;

    @BeforeEach
    void restore() throws IOException {
        scratch = Files.createDirectory(temporary.resolve("scratch"));
        Path backup = temporary.resolve("backup");
        try (House house = new House(temporary.resolve("data"))) {
            assertInstanceOf(Creation.Made.class, house.host.create(ID, Session.BLANK, Origin.NEW, "made"));
            while (!snapshotAt(house, end)) {
                edit(house, ++end);
            }
            assertInstanceOf(Copied.Done.class, ((H2Journal) house.journal).backUp(backup, (rows, all) -> true));
            edit(house, end + 1);
        }
        data = temporary.resolve("restored");
        assertInstanceOf(Copied.Done.class, Restore.run(backup, data, (rows, all) -> true));
    }

    private static boolean snapshotAt(House house, long seq) {
        return seq > 0
                && house.journal.footing(ID, seq) instanceof Footing.At at
                && at.snapshot().at().seq() == seq;
    }

    private static void edit(House house, long n) {
        String ask = "{\"mutations\":[{\"at\":\"session\",\"put\":\"tempo\",\"to\":" + (6_000 + n)
                + "}],\"type\":\"Change\"}";
        String edit = "{\"ask\":" + ask + ",\"gesture\":\"g" + n + "\",\"n\":" + n + "}";
        String body = "{\"edit\":" + edit + ",\"outbox\":\"box\"}";
        assertInstanceOf(Answer.Settled.class, house.api.edit(ID.text(), SECRET, body));
    }

    private void edit(int more) throws IOException {
        try (House house = new House(data)) {
            for (int i = 1; i <= more; i++) {
                edit(house, end + i);
            }
        }
    }

    private Finding verified() throws IOException {
        return Verifier.of(data, scratch, (done, all) -> true).all().getFirst();
    }

    /** The lines of its history. */
    private List<String> exported() throws IOException {
        Path file = scratch.resolve("history");
        Files.deleteIfExists(file);
        try (Audit audit = Audit.open(data, scratch)) {
            Exporter.write(audit, ID, file);
        }
        return Files.readAllLines(file);
    }

    @Test
    @DisplayName("is whole after a start that only wrote its KV file, and may be trimmed")
    void started() throws IOException {
        edit(0);
        assertTrue(Files.exists(data.resolve("kv").resolve(ID.text() + ".json")));
        assertEquals(List.of(), verified().damage());
        assertInstanceOf(Trimming.class, Trimmer.run(data, scratch, ID, row -> true, 1));
    }

    @Test
    @DisplayName("tells what it was before that and after it")
    void moments() throws IOException {
        edit(3);
        try (House house = new House(data)) {
            for (long seq : new long[] {0, 1, end - 1, end, end + 1, end + 3}) {
                Answer.Found then = assertInstanceOf(Answer.Found.class, house.api.read(ID.text(), seq), "at " + seq);
                assertTrue(seq == 0 || then.json().contains("\"tempo\":" + (6_000 + seq)), then.json());
            }
        }
        assertEquals(List.of(), verified().damage());
    }

    @Test
    @DisplayName("is exported with the chain that begins there, and keeps every law")
    void replayed() throws IOException, Journey.Unreadable {
        assertEquals(end, Journey.read(exported(), new Codec()).begins().firstKey());
        edit(3);
        List<String> lines = exported();
        Journey read = Journey.read(lines, new Codec());
        assertEquals(end, read.begins().firstKey());
        Replaying.Told told = new Replaying(read).all();
        assertEquals(List.of(), told.breaks());
        assertEquals(end + 3, told.end().seq());
        List<String> without =
                lines.stream().filter(line -> !line.startsWith("{\"begins\"")).toList();
        assertNotEquals(lines, without);
        List<Replaying.Break> breaks =
                new Replaying(Journey.read(without, new Codec())).all().breaks();
        assertEquals(List.of(end + 1), breaks.stream().map(Replaying.Break::seq).toList());
    }
}
