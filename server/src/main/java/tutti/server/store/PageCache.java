package tutti.server.store;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.cache.CacheLongKeyLIRS;

/**
 * How many pages H2 keeps of a file. Its own setting, {@code CACHE_SIZE}, is rounded up to a megabyte. A lone commit
 * puts some 120 pages into that cache, and for each that it drops a note stays behind, up to twelve for each page that
 * it keeps (LIRS): those notes were three quarters of all that outlived the collector's young space.
 */
final class PageCache {
    /** The upper pages of the trees that are written; what is read beside them comes from the system's own cache. */
    static final int BYTES = 64 << 10;

    private static final Field CACHE = field();

    private PageCache() {}

    /** Has the store behind a connection keep that little, whatever its connections asked for before. */
    static void shrink(Connection to) throws SQLException {
        try {
            ((CacheLongKeyLIRS<?>) CACHE.get(store(to).getFileStore())).setMaxMemory(BYTES);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("it was made accessible", impossible);
        }
    }

    static MVStore store(Connection to) throws SQLException {
        SessionLocal session = (SessionLocal) to.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    private static Field field() {
        try {
            Field field = FileStore.class.getDeclaredField("cache");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException other) {
            throw new IllegalStateException("this version of H2 keeps its pages elsewhere", other);
        }
    }
}
