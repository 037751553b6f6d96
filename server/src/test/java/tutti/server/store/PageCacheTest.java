package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("H2's pages")
class PageCacheTest {
    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("are kept in less than a megabyte, however many connections come and whatever is read and written")
    void fewAreKept() throws SQLException {
        Path store = folder.resolve("store");
        try (Connection writer = H2Mode.DURABLE.connect(store);
                Statement statement = writer.createStatement()) {
            statement.execute("CREATE TABLE entry(id BIGINT PRIMARY KEY, body VARCHAR)");
            statement.execute("INSERT INTO entry SELECT x, RANDOM_UUID() FROM SYSTEM_RANGE(1, " + ROWS + ")");
            try (Connection reader = H2Mode.DURABLE.connect(store);
                    Statement reading = reader.createStatement()) {
                reading.execute("SELECT COUNT(body) FROM entry");
                assertEquals(0, PageCache.store(writer).getCacheSize(), "megabytes");
                assertEquals(0, PageCache.store(writer).getCacheSizeUsed(), "megabytes");
            }
        }
    }

    @Test
    @DisplayName("are kept in at least one by H2 alone, which is why it is told otherwise")
    void moreAreKeptByItself() throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("plain").toAbsolutePath() + ";CACHE_SIZE=64";
        try (Connection plain = DriverManager.getConnection(url)) {
            assertEquals(1, PageCache.store(plain).getCacheSize(), "megabytes");
        }
    }
}
