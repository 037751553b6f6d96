package tutti.server.room;

import java.io.IOException;
import tutti.model.SessionId;
import tutti.server.kv.History;
import tutti.server.kv.Paid;
import tutti.server.kv.SnapshotStore;
import tutti.server.kv.Stamp;
import tutti.server.store.Bytes;

/** A KV that counts its writes and fails when a test says so. For one thread. */
abstract class CountedFiles implements SnapshotStore {
    int writes;
    /** Tries to pay, whatever came of them. */
    int tries;

    boolean failing;

    @Override
    public final Paid pay(SessionId session, Stamp stamp, Bytes document, History history) throws IOException {
        tries++;
        if (failing) {
            throw new IOException("no space left");
        }
        Paid paid = write(session, stamp, document, history);
        writes += paid instanceof Paid.Written ? 1 : 0;
        return paid;
    }

    abstract Paid write(SessionId session, Stamp stamp, Bytes document, History history) throws IOException;

    /** A record of the older system lies there from now on. */
    abstract void lay(SessionId session, String record) throws IOException;
}
