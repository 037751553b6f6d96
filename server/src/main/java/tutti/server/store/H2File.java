package tutti.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;

/** The file behind a connection, as H2 knows it. */
final class H2File {
    private H2File() {}

    /** @param to an open connection */
    static FileStore<?> of(Connection to) {
        try {
            SessionLocal session =
                    (SessionLocal) to.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore().getFileStore();
        } catch (SQLException other) {
            throw new IllegalStateException("this is no connection of H2's", other);
        }
    }

    /** Bytes up to the end of its last chunk; the file itself may be longer by the room ahead ({@link Summed}). */
    static long size(Connection to) {
        return of(to).size();
    }
}
