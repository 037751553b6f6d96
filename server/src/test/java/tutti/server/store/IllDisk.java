package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** A disk that falls ill when a test says so, and stays ill until it is told to be well. Any thread. */
public final class IllDisk implements AutoCloseable {
    /** What it suffers from. */
    public enum Illness {
        NONE(""),
        FULL("No space left on device"),
        READ_ONLY("Read-only file system"),
        WRITE_ERROR("Input/output error"),
        SYNC_ERROR("Input/output error"),
        SLOW("");

        private final String words;

        Illness(String words) {
            this.words = words;
        }

        private void refuse() throws IOException {
            throw new IOException(words);
        }
    }

    private static final long SLOW_NANOS = 50_000_000;

    private final AtomicReference<Illness> illness = new AtomicReference<>(Illness.NONE);
    private final TestDisk disk;

    /** A disk that is well. */
    public IllDisk() {
        this.disk = TestDisk.register(new TestDisk.Hook() {
            @Override
            public void write(long position, ByteBuffer content) throws IOException {
                switch (illness.get()) {
                    case FULL, READ_ONLY, WRITE_ERROR -> illness.get().refuse();
                    case NONE, SYNC_ERROR, SLOW -> {}
                }
            }

            @Override
            public void force() throws IOException {
                switch (illness.get()) {
                    case SYNC_ERROR -> illness.get().refuse();
                    case SLOW -> Await.time(System.nanoTime() + SLOW_NANOS);
                    case NONE, FULL, READ_ONLY, WRITE_ERROR -> {}
                }
            }
        });
    }

    /** The journal on this disk, in the durable mode. */
    public Journal open(Path folder, StoreWatch watch) throws IOException {
        return H2Journal.open(folder, watch, disk.mode());
    }

    /** From now on. */
    public void suffer(Illness from) {
        illness.set(from);
    }

    @Override
    public void close() {
        disk.close();
    }
}
