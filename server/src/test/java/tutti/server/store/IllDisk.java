package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A disk that falls ill when a test says so, and stays ill until it is told to be well. Any thread. */
public final class IllDisk implements AutoCloseable {
    /** What it suffers from. */
    public enum Illness {
        NONE(""),
        /** Nothing can be written, not even over what is there, as where a file system copies on write. */
        FULL("No space left on device"),
        /** Nothing can be changed, nor opened to be changed; a force has nothing to do, and succeeds. */
        READ_ONLY("Read-only file system"),
        /** Nothing can be changed. */
        WRITE_ERROR("Input/output error"),
        /** What was written can be read, and cannot be forced. */
        SYNC_ERROR("Input/output error"),
        SLOW("");

        private final String words;

        Illness(String words) {
            this.words = words;
        }
    }

    private static final long SLOW_NANOS = 50_000_000;

    private final AtomicReference<Illness> illness = new AtomicReference<>(Illness.NONE);
    private final TestDisk disk;

    /** A disk that is well. */
    public IllDisk() {
        this.disk = TestDisk.register(new TestDisk.Hook() {
            @Override
            public void open() throws IOException {
                refuse(EnumSet.of(Illness.READ_ONLY));
            }

            @Override
            public boolean canWrite() {
                return illness.get() != Illness.READ_ONLY;
            }

            @Override
            public void write(long position, ByteBuffer content) throws IOException {
                refuse(EnumSet.of(Illness.FULL, Illness.READ_ONLY, Illness.WRITE_ERROR));
            }

            @Override
            public void truncate(long size) throws IOException {
                refuse(EnumSet.of(Illness.READ_ONLY, Illness.WRITE_ERROR));
            }

            @Override
            public void force() throws IOException {
                refuse(EnumSet.of(Illness.SYNC_ERROR));
                if (illness.get() == Illness.SLOW) {
                    Await.time(System.nanoTime() + SLOW_NANOS);
                }
            }
        });
    }

    private void refuse(Set<Illness> those) throws IOException {
        Illness now = illness.get();
        if (those.contains(now)) {
            throw new IOException(now.words);
        }
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
