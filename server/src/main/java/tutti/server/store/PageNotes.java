package tutti.server.store;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.PriorityBlockingQueue;
import org.h2.mvstore.Chunk;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.cache.CacheLongKeyLIRS;

/**
 * What H2 notes of the pages of a file, kept small. Both kinds of note have no setting of H2's own.
 *
 * <p><b>Pages in its cache.</b> {@code CACHE_SIZE} is rounded up to a megabyte. A lone commit puts dozens of pages into
 * that cache, and for each that it drops a note stays behind, up to twelve for each page that it keeps (LIRS): those
 * notes were three quarters of all that outlived the collector's young space.
 *
 * <p><b>Pages that are out of use.</b> With every commit H2 counts what is still of use in each chunk of the file, so
 * as to use its space again, and writes the counts of all chunks that the commit took a page from: half of the pages of
 * a lone commit were that. Here no space is ever used again (decision record 0010), so nobody asks for the counts, and
 * only those that H2 needs for something else are left.
 */
final class PageNotes {
    /** The upper pages of the trees that are written; what is read beside them comes from the system's own cache. */
    static final int CACHE_BYTES = 64 << 10;

    /** Numbers of chunks begin again at some time; from half of them on H2 notes all pages. */
    private static final int BEGIN_AGAIN = Chunk.MAX_ID / 2;

    private static final Field CACHE = field(FileStore.class, "cache");
    private static final Field OUT_OF_USE = field(FileStore.class, "removedPages");
    private static final Field PAGE = field(page(), "removedPageInfo");

    private PageNotes() {}

    /**
     * Has the store behind a connection note that little, whatever its connections asked for before. The first
     * connection of a store must not be in use elsewhere yet.
     */
    static void shrink(Connection to) throws SQLException {
        FileStore<?> file = H2File.of(to);
        try {
            ((CacheLongKeyLIRS<?>) CACHE.get(file)).setMaxMemory(CACHE_BYTES);
            if (!file.isSpaceReused() && !(OUT_OF_USE.get(file) instanceof OfNewestChunk)) {
                OUT_OF_USE.set(file, new OfNewestChunk<>());
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("it was made accessible", impossible);
        }
    }

    private static Field field(Class<?> of, String name) {
        try {
            Field field = of.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException other) {
            throw new IllegalStateException("this version of H2 notes its pages elsewhere", other);
        }
    }

    private static Class<?> page() {
        return Arrays.stream(FileStore.class.getDeclaredClasses())
                .filter(inner -> inner.getSimpleName().equals("RemovedPageInfo"))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("this version of H2 notes its pages otherwise"));
    }

    /**
     * Holds only pages of the newest chunk that lost one. By such a note H2 enters the last chunk into its list of
     * chunks at the first commit after a start and at a close; at any other time it does so anyway. A chunk that is in
     * no list is lost with all that is in it.
     */
    private static final class OfNewestChunk<T> extends PriorityBlockingQueue<T> {
        private static final long serialVersionUID = 1;

        /** Never more than that of the newest chunk. */
        private volatile int newest;

        @Override
        public boolean offer(T page) {
            int chunk = chunk(page);
            if (chunk < newest && newest < BEGIN_AGAIN) {
                return true;
            }
            newest = chunk;
            return super.offer(page);
        }

        private static int chunk(Object page) {
            try {
                return DataUtils.getPageChunkId(PAGE.getLong(page));
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("it was made accessible", impossible);
            }
        }
    }
}
