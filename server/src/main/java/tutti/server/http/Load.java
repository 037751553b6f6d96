package tutti.server.http;

import java.net.InetAddress;
import tutti.server.net.Shares;

/** The bytes that one exchange holds in memory, of all that there may be. For the exchange's thread. */
final class Load implements AutoCloseable {
    private final Shares shares;
    private final InetAddress address;
    private long held;

    /** Nothing yet, for that client. */
    Load(Shares shares, InetAddress address) {
        this.shares = shares;
        this.address = address;
    }

    /** Whether that many bytes more may be held; small things always may. */
    boolean carries(int bytes) {
        if (bytes <= Limits.SMALL_BYTES) {
            return true;
        }
        boolean carries = shares.take(address, bytes);
        held += carries ? bytes : 0;
        return carries;
    }

    /** All of it is let go of. */
    @Override
    public void close() {
        if (held > 0) {
            shares.give(address, held);
            held = 0;
        }
    }
}
