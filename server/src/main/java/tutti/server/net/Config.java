package tutti.server.net;

import java.net.InetSocketAddress;
import java.util.Set;

/**
 * How a gateway listens.
 *
 * @param bind address and port; port 0 picks one
 * @param maxConnections most sockets at a time, half-open ones too
 * @param maxPerAddress most sockets at a time from one address
 * @param hosts whose requests are served
 */
public record Config(InetSocketAddress bind, int maxConnections, int maxPerAddress, HostRule hosts) {
    /** The one path that is upgraded. */
    public static final String PATH = "/ws";
    /** Sockets at a time, unless told otherwise. */
    public static final int CONNECTIONS = 128;
    /** Sockets at a time from one address, unless told otherwise. */
    public static final int PER_ADDRESS = 64;

    /** The usual limits and no names. */
    public static Config at(InetSocketAddress bind) {
        return new Config(bind, CONNECTIONS, PER_ADDRESS, new HostRule(Set.of()));
    }
}
