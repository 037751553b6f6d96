package tutti.server.store;

import java.io.IOException;
import java.sql.SQLException;

/** Something that the writer does between two groups, when nothing is in flight and all that was written is synced. */
interface Turn {
    /**
     * Does it, on the writer thread. What fails without touching the store is not thrown, but told to whoever asked.
     *
     * @param store the store as it is
     * @param position how much was ever written to it
     * @return the store that the writer goes on with
     * @throws IOException if the store is lost by it
     * @throws SQLException if the store is lost by it
     */
    Opened take(Opened store, long position) throws IOException, SQLException;

    /** It will not be: the store is closed or lost, or another turn waits. */
    void refused();
}
