package tutti.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A store whose file holds nothing but what is live, so that damage anywhere in it matters. */
public final class Compacted {
    private Compacted() {}

    /** Rewrites the store of this folder in place, as no server ever does. */
    public static Path store(Path folder) throws IOException {
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE)) {
            try (Connection store = H2Mode.DURABLE.connect(held.store());
                    Statement statement = store.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
            return held.file();
        }
    }

    /** The store's file in this folder. */
    public static Path file(Path folder) throws IOException {
        return folder.resolve(Pointer.read(folder).orElseThrow().file() + StoreFolder.ENDING);
    }
}
