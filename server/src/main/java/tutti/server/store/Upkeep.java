package tutti.server.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What an operator does to a store that works on meanwhile. Each call blocks until it is done, one after the other; an
 * interrupt ends it. Safe on any thread.
 */
public interface Upkeep {
    /**
     * Rewrites the store into a new file that holds only what is of use, and goes on in it. Rows that undo no longer
     * reaches are packed. Happens by itself when the file has grown to four times what is of use.
     *
     * @throws StoreDamaged if something in the store is not as it was written; the store stays as it is
     * @throws IOException if it cannot be done now; the store stays as it is
     */
    Copied rewrite(Progress progress) throws IOException;

    /**
     * Copies one state of the store into an empty folder, from which {@link Restore} makes a store again. Nobody waits
     * for it.
     *
     * @param to is made if it is missing
     * @throws StoreDamaged if something in the store is not as it was written
     * @throws IOException if it cannot be done
     */
    Copied backUp(Path to, Progress progress) throws IOException;

    /**
     * All that the store holds, to be looked at while it works on.
     *
     * @throws IOException if there is nothing to be looked at
     */
    StoreView view() throws IOException;
}
