package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2's in which a file ends early and is only read, without a lock: {@code prefix:VIEW-LENGTH:PATH}
 * shows the first so many bytes of the file at {@code PATH}. To H2 views of other names are other databases. Public
 * because H2 makes its objects.
 */
public final class Prefix extends FilePathWrapper {
    private static final String SCHEME = "prefix";

    static {
        FilePath.register(new Prefix());
    }

    /** What to put before a path. */
    static String of(String view, long length) {
        return SCHEME + ":" + view + "-" + length + ":";
    }

    private static int colon(String path) {
        return path.indexOf(':', SCHEME.length() + 1);
    }

    private long length() {
        return Long.parseLong(name.substring(name.indexOf('-') + 1, colon(name)));
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    protected String getPrefix() {
        return name.substring(0, colon(name) + 1);
    }

    @Override
    protected FilePath unwrap(String path) {
        return FilePath.get(path.substring(colon(path) + 1));
    }

    @Override
    public boolean canWrite() {
        return false;
    }

    @Override
    public long size() {
        return Math.min(getBase().size(), length());
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open("r"), length());
    }

    /** Reads as if the file ended at {@code length}. */
    static int read(FileChannel file, long length, ByteBuffer into, long position) throws IOException {
        if (position >= length) {
            return -1;
        }
        int end = into.limit();
        into.limit(into.position() + (int) Math.min(into.remaining(), length - position));
        try {
            return file.read(into, position);
        } finally {
            into.limit(end);
        }
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel base;
        private final long length;

        Channel(FileChannel base, long length) {
            this.base = base;
            this.length = length;
        }

        @Override
        public long size() throws IOException {
            return Math.min(base.size(), length);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return Prefix.read(base, length, into, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            throw new IOException("this view of a store is only read");
        }

        /** Nothing was written. */
        @Override
        public void force(boolean all) {}

        /** The folder's lock is held by whoever looks. */
        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            return new FileLock(this, position, size, shared) {
                @Override
                public boolean isValid() {
                    return true;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
