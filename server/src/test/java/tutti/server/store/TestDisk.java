package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;

/** A file system of H2's that stands over the real one and asks a test first. Registered until it is closed. */
final class TestDisk extends FilePath implements AutoCloseable {
    /** What a test has to say: it may throw, or take note. */
    interface Hook {
        /** Before a file is opened to be written. */
        default void open() throws IOException {}

        /** Whether a file says that it may be written. */
        default boolean canWrite() {
            return true;
        }

        /** Before a write makes the file longer. */
        default void grow() throws IOException {}

        default void write(long position, ByteBuffer content) throws IOException {}

        default void truncate(long size) throws IOException {}

        default void force() throws IOException {}

        default void read() throws IOException {}

        /** Who has to say something to a file of this name. */
        default Hook of(String file) {
            return this;
        }
    }

    /** The planted fault: nothing is ever forced. */
    static final H2Mode UNSYNCED = new H2Mode(H2Mode.DURABLE.fileSystem(), H2Mode.DURABLE.options(), "CALL 1");

    private final String scheme;
    private final Hook hook;
    private final FilePath base;

    private TestDisk(String scheme, Hook hook, FilePath base) {
        this.scheme = scheme;
        this.hook = hook;
        this.base = base;
        this.name = scheme + ":" + base;
    }

    static TestDisk register(Hook hook) {
        String scheme = "test" + UUID.randomUUID().toString().replace("-", "");
        TestDisk disk = new TestDisk(scheme, hook, FilePath.get("/"));
        FilePath.register(disk);
        return disk;
    }

    /** A file of which a test is asked, too. */
    static FileChannel channel(FileChannel base, Hook hook) {
        return new Channel(base, hook);
    }

    /** The durable mode on this disk. */
    H2Mode mode() {
        return mode(H2Mode.DURABLE);
    }

    /** Without H2's trace file: a store that was lost writes it when the process ends and this disk is gone. */
    H2Mode mode(H2Mode like) {
        return new H2Mode(like.fileSystem() + scheme + ":", like.options() + ";TRACE_LEVEL_FILE=0", like.sync());
    }

    @Override
    public void close() {
        FilePath.unregister(this);
    }

    private TestDisk over(FilePath other) {
        return new TestDisk(scheme, hook, other);
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public FilePath getPath(String path) {
        return over(FilePath.get(path.substring(scheme.length() + 1)));
    }

    @Override
    public FilePath unwrap() {
        return base;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!isStore()) {
            return base.open(mode);
        }
        if (!mode.equals("r")) {
            hook().open();
        }
        return new Channel(base.open(mode), hook());
    }

    /** Not so H2's trace files. */
    private boolean isStore() {
        return name.endsWith(StoreFolder.ENDING);
    }

    private Hook hook() {
        return hook.of(name.substring(name.lastIndexOf('/') + 1));
    }

    @Override
    public long size() {
        return base.size();
    }

    @Override
    public void moveTo(FilePath to, boolean atomic) {
        base.moveTo(to.unwrap(), atomic);
    }

    @Override
    public boolean createFile() {
        return base.createFile();
    }

    @Override
    public boolean exists() {
        return base.exists();
    }

    @Override
    public void delete() {
        base.delete();
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        List<FilePath> files = new ArrayList<>(base.newDirectoryStream()); // H2 changes the list
        files.replaceAll(this::over);
        return files;
    }

    @Override
    public FilePath toRealPath() {
        return over(base.toRealPath());
    }

    @Override
    public FilePath getParent() {
        FilePath parent = base.getParent();
        return parent == null ? null : over(parent);
    }

    @Override
    public boolean isDirectory() {
        return base.isDirectory();
    }

    @Override
    public boolean isRegularFile() {
        return base.isRegularFile();
    }

    @Override
    public boolean isAbsolute() {
        return base.isAbsolute();
    }

    @Override
    public long lastModified() {
        return base.lastModified();
    }

    @Override
    public boolean canWrite() {
        return base.canWrite() && (!isStore() || hook().canWrite());
    }

    @Override
    public void createDirectory() {
        base.createDirectory();
    }

    @Override
    public boolean setReadOnly() {
        return base.setReadOnly();
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel base;
        private final Hook hook;

        Channel(FileChannel base, Hook hook) {
            this.base = base;
            this.hook = hook;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            hook.read();
            return base.read(into, position);
        }

        @Override
        public int write(ByteBuffer content, long position) throws IOException {
            if (position + content.remaining() > base.size()) {
                hook.grow();
            }
            hook.write(position, content.duplicate());
            return base.write(content, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            hook.truncate(size);
            base.truncate(size);
        }

        @Override
        public void force(boolean all) throws IOException {
            hook.force();
            base.force(all);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
