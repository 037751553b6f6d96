package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What H2 notes of its pages")
class PageNotesTest {
    private static final int ROWS = 20_000;
    private static final int COMMITS = 500;
    private static final long STRIDE = 281;
    private static final int BLOCK = 4096;
    private static final int LIVES = 60;
    /** Per cent of the file: 23 where all is counted, 59 where only the newest chunk is. */
    private static final int IN_USE = 40;

    @TempDir
    private Path folder;

    private long next;

    @Test
    @DisplayName("is less than a megabyte of them, however many connections come and whatever is read and written")
    void fewAreKept() throws SQLException {
        Path store = folder.resolve("store");
        try (Connection writer = filled(H2Mode.DURABLE.connect(store));
                Connection reader = H2Mode.DURABLE.connect(store);
                Statement reading = reader.createStatement()) {
            reading.execute("SELECT COUNT(body) FROM entry");
            assertEquals(0, H2File.of(writer).getCacheSize(), "megabytes");
            assertEquals(0, H2File.of(writer).getCacheSizeUsed(), "megabytes");
        }
    }

    @Test
    @DisplayName("is at least one by H2 alone, which is why it is told otherwise")
    void moreAreKeptByItself() throws SQLException {
        try (Connection plain = plain("CACHE_SIZE=64")) {
            assertEquals(1, H2File.of(plain).getCacheSize(), "megabytes");
        }
    }

    @Test
    @DisplayName("is next to nothing of those that are out of use, so a lone commit takes one block of the file")
    void countsFew() throws SQLException {
        try (Connection writer = filled(H2Mode.DURABLE.connect(folder.resolve("store")))) {
            long blocks = lone(writer, COMMITS);
            assertTrue(blocks < COMMITS + COMMITS / 10, blocks + " blocks for " + COMMITS + " commits");
        }
    }

    @Test
    @DisplayName("is enough for it to find every chunk again, however a store of many lives ended")
    void findsEveryChunk() throws SQLException, StoreDamaged {
        Path store = folder.resolve("store");
        try (Connection first = filled(H2Mode.DURABLE.connect(store))) {
            assertEquals(ROWS, whole(first));
        }
        for (int life = 0; life < LIVES; life++) {
            try (Connection next = H2Mode.DURABLE.connect(store)) {
                next.setAutoCommit(false);
                lone(next, life % 3);
                assertEquals(ROWS, whole(next), "rows in life " + life);
                if (life % 2 == 0) {
                    Opened.shut(next);
                }
            }
        }
    }

    @Test
    @DisplayName("is a count for each chunk that lost a page by H2 alone: more than another block for each commit")
    void countsByItself() throws SQLException {
        try (Connection plain = filled(plain("WRITE_DELAY=0;REUSE_SPACE=FALSE;PAGE_SIZE=512"))) {
            long blocks = lone(plain, COMMITS);
            assertTrue(blocks > 2 * COMMITS, blocks + " blocks for " + COMMITS + " commits");
        }
    }

    @Test
    @DisplayName("is all of it where space is used again: what is in use must be known there")
    void countsWhereReused() throws SQLException {
        H2Mode reused = new H2Mode(H2Mode.DURABLE.fileSystem(), "WRITE_DELAY=0;PAGE_SIZE=512", "CHECKPOINT SYNC");
        try (Connection writer = filled(reused.connect(folder.resolve("store")))) {
            lone(writer, COMMITS);
            int used = H2File.of(writer).getChunksFillRate();
            assertTrue(used < IN_USE, used + " % of it in use");
        }
    }

    private Connection plain(String options) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + folder.resolve("plain").toAbsolutePath() + ";" + options);
    }

    private static Connection filled(Connection to) throws SQLException {
        to.setAutoCommit(false);
        try (Statement statement = to.createStatement()) {
            statement.execute("CREATE TABLE entry(id BIGINT PRIMARY KEY, body VARCHAR)");
            statement.execute("INSERT INTO entry SELECT x, RANDOM_UUID() FROM SYSTEM_RANGE(1, " + ROWS + ")");
        }
        to.commit();
        return to;
    }

    /** Commits of one change each, all over the table; yields the blocks that the file has grown by. */
    private long lone(Connection writer, int commits) throws SQLException {
        long before = H2File.size(writer);
        try (PreparedStatement update = writer.prepareStatement("UPDATE entry SET body = RANDOM_UUID() WHERE id = ?")) {
            for (int i = 0; i < commits; i++) {
                update.setLong(1, 1 + next % ROWS);
                next += STRIDE;
                update.executeUpdate();
                writer.commit();
            }
        }
        return (H2File.size(writer) - before) / BLOCK;
    }

    /** Reads all rows. */
    private static long whole(Connection of) throws SQLException, StoreDamaged {
        try (PreparedStatement count = of.prepareStatement("SELECT COUNT(*) FROM entry WHERE body <> ''")) {
            return Sql.one(count, row -> row.getLong(1)).orElse(0L);
        }
    }
}
