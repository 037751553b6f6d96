package tutti.server.api;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Set;

/**
 * How a server is started.
 *
 * @param data its folder; made if it is missing
 * @param bind the address that both ports listen on
 * @param httpPort 0 picks one
 * @param wsPort 0 picks one
 * @param exitWhenEmpty whether it ends by itself when nobody is in any more
 * @param demo whether a session with the demo beat is made if there is none yet
 * @param hosts names besides IP addresses, localhost and .local names under which it may be asked
 * @param maxConnections most WebSocket connections at a time
 * @param maxPerAddress most of them from one address
 */
public record Options(
        Path data,
        InetAddress bind,
        int httpPort,
        int wsPort,
        boolean exitWhenEmpty,
        boolean demo,
        Set<String> hosts,
        int maxConnections,
        int maxPerAddress) {
    /** Where HTTP listens unless told otherwise. */
    public static final int HTTP_PORT = 7788;
    /** Where WebSocket listens unless told otherwise. */
    public static final int WS_PORT = 7789;

    /** Copies the names. */
    public Options {
        hosts = Set.copyOf(hosts);
    }

    /** On loopback, on ports that are free, with the usual limits. */
    public static Options local(Path data) {
        return new Options(
                data,
                InetAddress.getLoopbackAddress(),
                0,
                0,
                false,
                false,
                Set.of(),
                tutti.server.net.Config.CONNECTIONS,
                tutti.server.net.Config.PER_ADDRESS);
    }
}
