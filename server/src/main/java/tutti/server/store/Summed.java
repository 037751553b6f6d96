package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file system of H2's that gives each chunk its sum ({@link Chunks}) on its way to the file, and a file that grows by
 * small chunks room ahead: {@code summed:PATH}. Public because H2 makes its objects.
 *
 * <p>Where a chunk would make the file longer, {@link #AHEAD} bytes of zeros are written first, and the chunks after it
 * go in their place: a sync then has no new size to write, and takes half the time (decision record 0108). H2 is told
 * that the file ends where its last chunk does, and a file that is closed ends there.
 */
public final class Summed extends FilePathWrapper {
    /** Bytes: some 250 lone commits. */
    static final int AHEAD = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Summed.class);
    private static final String SCHEME = "summed";
    /** Bytes: a larger chunk is one of many that are synced together, and makes its own room. */
    private static final int SMALL = 64 << 10;

    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(64 << 10).asReadOnlyBuffer();

    static {
        FilePath.register(new Summed());
    }

    /** What to put before a path of that file system. */
    static String over(String fileSystem) {
        return SCHEME + ":" + fileSystem;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel base = getBase().open(mode);
        return mode.equals("r") ? base : new Channel(base);
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel base;
        /** Where the file ends for H2. */
        private long end;
        /** Where it ends. */
        private long filled;
        /** Something failed, so nothing more is written than H2 asks for. */
        private volatile boolean ill;

        private final Recent recent;

        Channel(FileChannel base) throws IOException {
            this.base = base;
            this.end = base.size();
            this.filled = end;
            this.recent = new Recent();
        }

        @Override
        public synchronized long size() {
            return end;
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            int wanted = into.remaining();
            return recent.read(into, position) ? wanted : Prefix.read(base, end, into, position);
        }

        @Override
        public synchronized int write(ByteBuffer content, long position) throws IOException {
            boolean chunk = Chunks.seal(content);
            boolean whole = false;
            try {
                if (chunk && content.remaining() <= SMALL && position + content.remaining() > filled) {
                    fill(position + content.remaining() + AHEAD);
                }
                ByteBuffer all = content.duplicate();
                int written = base.write(content, position);
                remember(chunk, all.limit(all.position() + written), position);
                end = Math.max(end, position + written);
                filled = Math.max(filled, end);
                whole = true;
                return written;
            } finally {
                ill |= !whole;
            }
        }

        /** Only chunks, of which each follows the last one; the file's headers are written over and over. */
        private void remember(boolean chunk, ByteBuffer written, long position) {
            if (chunk) {
                recent.wrote(written, position);
            } else if (position >= Chunks.HEADERS) {
                recent.forget();
            }
        }

        private void fill(long to) throws IOException {
            while (filled < to) {
                ByteBuffer zeros = ZEROS.duplicate();
                filled += base.write(zeros.limit((int) Math.min(zeros.capacity(), to - filled)), filled);
            }
        }

        @Override
        protected synchronized void implTruncate(long size) throws IOException {
            base.truncate(size);
            recent.forget();
            end = Math.min(end, size);
            filled = Math.min(filled, size);
        }

        @Override
        public void force(boolean all) throws IOException {
            boolean forced = false;
            try {
                base.force(all);
                forced = true;
            } finally {
                ill |= !forced;
            }
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected synchronized void implCloseChannel() throws IOException {
            try (base;
                    recent) {
                if (filled > end && !ill) {
                    takeRoomAway();
                }
            }
        }

        private void takeRoomAway() {
            try {
                base.truncate(end);
            } catch (IOException failed) {
                LOG.info("the room ahead in the store's file stays until the next start", failed);
            }
        }
    }
}
