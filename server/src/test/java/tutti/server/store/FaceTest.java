package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@DisplayName("Names of authors")
class FaceTest {
    private static final Face ANN = new Face("ann", "Ann", 3);
    private static final Face BEN = new Face("ben", "Ben", 0);
    private static final String DAMAGED = "session a: what an author of it is called is not as it was written";

    @TempDir
    Path temporary;

    private Path data;
    private H2Journal journal;
    private Rooms.Room room;

    @BeforeEach
    void open() throws IOException {
        data = temporary.resolve("data");
        journal = H2Journal.open(data, Rooms.UNWATCHED);
        room = Rooms.begin(journal, "a");
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void edit(Face... authors) {
        assertInstanceOf(Outcome.Committed.class, room.append(room.naming(authors)));
    }

    private void reopen() throws IOException {
        journal.close();
        journal = H2Journal.open(data, Rooms.UNWATCHED);
        room = Rooms.load(journal, "a");
    }

    private static List<Face> faces(Journal of) throws IOException {
        return of.faces(Rooms.id("a")).whole();
    }

    private long count(String query) throws IOException, SQLException {
        try (Connection beside = H2Mode.DURABLE.connect(
                        data.resolve(Pointer.read(data).orElseThrow().file()));
                Statement statement = beside.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @DisplayName("are kept as they were last, over reopening, rewriting, a backup and its restoring")
    void kept() throws IOException {
        edit(ANN, BEN);
        edit(new Face("ann", "Anna", 4));
        List<Face> now = List.of(new Face("ann", "Anna", 4), BEN);
        assertEquals(now, faces(journal));
        reopen();
        assertEquals(now, faces(journal));
        assertInstanceOf(Copied.Done.class, journal.rewrite(Progress.SILENT));
        assertEquals(now, faces(journal));
        reopen();
        assertEquals(now, faces(journal));
        Path backup = temporary.resolve("backup");
        Path restored = temporary.resolve("restored");
        assertInstanceOf(Copied.Done.class, journal.backUp(backup, Progress.SILENT));
        assertInstanceOf(Copied.Done.class, Restore.run(backup, restored, Progress.SILENT));
        try (Journal again = H2Journal.open(restored, Rooms.UNWATCHED)) {
            assertEquals(now, faces(again));
        }
        assertEquals(Faces.NONE, journal.faces(Rooms.id("nobody")));
    }

    @Test
    @DisplayName("are there exactly if the edit is")
    void together() throws IOException {
        edit(ANN);
        Batch fenced = new Rooms.Room(journal, room.session, room.version + 1, room.at).naming(BEN);
        assertEquals(new Outcome.Fenced(), room.append(fenced));
        assertEquals(List.of(ANN), faces(journal));
    }

    @Test
    @DisplayName("cost an edit of somebody known nothing: the same statements, and no row that changes")
    void free() throws IOException, SQLException {
        edit(ANN);
        String written = done("(SQL_STATEMENT LIKE 'UPDATE%' OR SQL_STATEMENT LIKE 'INSERT%')");
        String looked = done("SQL_STATEMENT LIKE '%FROM face%'");
        try (Connection beside = H2Mode.DURABLE.connect(
                        data.resolve(Pointer.read(data).orElseThrow().file()));
                Statement watch = beside.createStatement()) {
            watch.execute("SET QUERY_STATISTICS TRUE");
            edit();
            assertEquals(2, count(written), "head and row");
            assertEquals(0, count(looked));
            edit(ANN);
            assertEquals(4, count(written));
            assertEquals(1, count(looked), "a room that woke may say it again: the store looks, and writes nothing");
        }
    }

    /** How often statements of that kind were done since they are counted. */
    private static String done(String kind) {
        return "SELECT COALESCE(SUM(EXECUTION_COUNT), 0) FROM INFORMATION_SCHEMA.QUERY_STATISTICS WHERE " + kind
                + " AND SQL_STATEMENT NOT LIKE '%QUERY_STATISTICS%'";
    }

    @Test
    @DisplayName("of more people than a session keeps are left out, and their edits are not")
    void bounded() throws IOException {
        for (int i = 0; i < Limits.FACES; i += Limits.FACES / 4) {
            Face[] some = new Face[Limits.FACES / 4];
            for (int n = 0; n < some.length; n++) {
                some[n] = new Face("member" + (i + n), "Member", n);
            }
            edit(some);
        }
        edit(ANN);
        edit(new Face("member7", "Seven", 1));
        List<Face> kept = faces(journal);
        assertEquals(Limits.FACES, kept.size());
        assertEquals(new Face("member7", "Seven", 1), kept.get(7));
    }

    @Test
    @DisplayName("go with a session that is deleted for ever, at once for readers and from the file with its rewriting")
    void purged() throws IOException, SQLException {
        edit(ANN);
        Outcome buried = Rooms.answer(told -> journal.bury(room.session, room.version, "r", told));
        assertInstanceOf(Outcome.Committed.class, buried);
        assertEquals(Faces.NONE, journal.faces(room.session));
        assertInstanceOf(Copied.Done.class, journal.rewrite(Progress.SILENT));
        assertEquals(0, count("SELECT COUNT(*) FROM face"));
    }

    @ParameterizedTest(name = "that are damaged are named and not shown, keep nobody out, and are said again: {0}")
    @ValueSource(
            strings = {
                "UPDATE face SET name = 'Bob' WHERE member = 'ann'",
                "UPDATE face SET colour = 5 WHERE member = 'ann'",
                "UPDATE face SET id = id + 9 WHERE member = 'ann'",
            })
    void damaged(String sql) throws IOException, SQLException {
        edit(ANN, BEN);
        journal.close();
        Damages.change(data, sql);
        Path scratch = Files.createDirectory(temporary.resolve("scratch"));
        try (Audit audit = Audit.open(data, scratch)) {
            Listed line = audit.sessions().getFirst().line();
            assertEquals(DAMAGED, audit.beside(line).getFirst().toString());
        }
        journal = H2Journal.open(data, Rooms.UNWATCHED);
        room = Rooms.load(journal, "a");
        assertEquals(List.of(BEN), faces(journal));
        assertEquals(DAMAGED, journal.faces(room.session).damaged().getFirst().toString());
        edit(ANN);
        assertEquals(2, faces(journal).size());
        assertEquals(List.of(), journal.faces(room.session).damaged());
    }
}
