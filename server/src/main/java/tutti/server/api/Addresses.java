package tutti.server.api;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses as people and programs type them. */
final class Addresses {
    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);

    private Addresses() {}

    /** {@code host:port} by which this machine reaches that socket: loopback where it listens on all addresses. */
    static String reachable(InetSocketAddress bound) {
        InetAddress address = bound.getAddress();
        InetAddress named = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        return of(named, bound.getPort());
    }

    static String of(InetAddress address, int port) {
        String text = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
    }

    /** {@code host:port} for other machines on the network, if that socket listens on all addresses; IPv4 only. */
    static List<String> forOthers(InetSocketAddress bound) {
        if (!bound.getAddress().isAnyLocalAddress()) {
            return List.of();
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                    .map(a -> of(a, bound.getPort()))
                    .limit(Limits.ADDRESSES)
                    .toList();
        } catch (SocketException e) {
            LOG.warn("this machine's addresses cannot be read", e);
            return List.of();
        }
    }
}
