package tutti.server.store;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A store whose writing failed, opened for reading alone while it cannot be written: it shows what was told, neither
 * less nor anything that was never synced. Safe on any thread.
 */
final class ReadStore {
    private final Readers readers;

    private ReadStore(Readers readers) {
        this.readers = readers;
    }

    /**
     * Opens what lies before the end of what was told, and looks it over. Writes nothing; blocks.
     *
     * @throws StoreDamaged if it is not as it was left
     * @throws IOException if it cannot be read now, or shows something else than was told
     */
    static ReadStore open(StoreFolder folder, H2Mode mode, Told told) throws IOException {
        long length = told.length() == 0 ? Resync.used(mode, folder.store()) : told.length();
        H2Mode reading = mode.reading("told", length);
        long position = Opened.judge(folder.store(), folder.storeId(), told.position(), reading)
                .position();
        if (position != told.position()) {
            throw new StoreDown("it shows position " + position + ", but was told up to " + told.position());
        }
        try {
            return new ReadStore(Readers.open(reading, folder.store(), new SyncGate()));
        } catch (SQLException failed) {
            throw new StoreDown("the store cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Reads; blocks. */
    <T> T read(Readers.Reading<T> reading) throws StoreDamaged, StoreDown {
        return readers.read(reading);
    }

    /** Lets reads that run end, and lets go of the file. */
    void close() throws SQLException {
        readers.close();
    }
}
