package tutti.server.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Counts sockets, half-open ones too, over all and for each address (an IPv6 host owns a /64, so that counts as one).
 * Thread-safe.
 */
final class Door {
    private static final int PREFIX_BYTES = 8;

    private final int most;
    private final int mostPerAddress;
    private final Map<String, Integer> inside = new HashMap<>();
    private int total;

    Door(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** Lets a socket in, to be followed by one {@link #leave}; false when there are too many. */
    synchronized boolean enter(InetAddress address) {
        String key = key(address);
        if (total >= most || inside.getOrDefault(key, 0) >= mostPerAddress) {
            return false;
        }
        total++;
        inside.merge(key, 1, Integer::sum);
        return true;
    }

    synchronized void leave(InetAddress address) {
        total--;
        inside.computeIfPresent(key(address), (k, n) -> n == 1 ? null : n - 1);
    }

    synchronized int total() {
        return total;
    }

    /** What an address counts as. */
    static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isHost = address instanceof Inet6Address && !address.isLoopbackAddress();
        return HexFormat.of().formatHex(isHost ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
    }
}
