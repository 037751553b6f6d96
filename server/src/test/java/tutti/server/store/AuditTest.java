package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
@DisplayName("A store that is only looked at")
class AuditTest {
    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @BeforeEach
    void write() throws IOException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Rooms.begin(journal, "a").append("one", "two", "three");
            Rooms.begin(journal, "b").append("fine");
        }
    }

    private void change(String sql) throws IOException, SQLException {
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store());
                Statement statement = store.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    @DisplayName("is read as it is, and gone afterwards")
    void whole() throws IOException {
        try (Audit audit = Audit.open(folder, scratch)) {
            List<StoreView.Entry> sessions = audit.sessions();
            Listed first = sessions.getFirst().line();
            assertEquals(
                    List.of("a", "b"),
                    sessions.stream().map(e -> e.line().session().text()).toList());
            assertEquals(new Mark(0, Rooms.chain("a")), audit.birth(first));
            assertEquals(
                    3,
                    assertInstanceOf(Stretch.Rows.class, audit.rows(first, 0, 1 << 20))
                            .rows()
                            .size());
            assertEquals(List.of(), audit.strays());
        }
        try (var left = Files.list(scratch)) {
            assertEquals(0, left.count());
        }
    }

    @ParameterizedTest(name = "{0} is told as: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO entry SELECT id + 10, chain, body FROM entry WHERE id = 4294967299"
                        + "| the store: it has 1 rows beyond the head of their session",
                "INSERT INTO entry SELECT id + 42949672960, chain, body FROM entry WHERE id = 4294967299"
                        + "| the store: it has 1 rows of no session",
                "INSERT INTO tomb VALUES(7, 'x') | the store: it has 1 tombstones of no session",
                "INSERT INTO part SELECT id + 42949672960, body FROM part WHERE id = 4294967297"
                        + "| the store: it has 1 snapshot parts of no session"
            })
    void strays(String sql, String told) throws IOException, SQLException {
        change(sql);
        try (Audit audit = Audit.open(folder, scratch)) {
            assertEquals(
                    List.of(told), audit.strays().stream().map(Damage::toString).toList());
        }
    }
}
