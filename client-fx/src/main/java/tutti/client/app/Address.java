package tutti.client.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a server is, as people type it. */
final class Address {
    /** Where HTTP listens unless told otherwise. */
    private static final int PORT = 7788;

    private static final String SCHEME = "http://";
    private static final int PORTS = 65_536;

    private Address() {}

    /**
     * The address that a person typed as {@code host[:port]}, also as a server prints it, with {@code http://} before.
     *
     * @throws IOException if it is none
     */
    static URI of(String typed) throws IOException {
        String text = typed.strip();
        String host = text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? text.substring(SCHEME.length()) : text;
        try {
            URI uri = new URI(SCHEME + (host.endsWith("/") ? host.substring(0, host.length() - 1) : host));
            boolean plain = uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (uri.getHost() != null && uri.getUserInfo() == null && plain && uri.getPort() < PORTS) {
                return uri.getPort() >= 0 ? uri : new URI(SCHEME + uri.getHost() + ":" + PORT);
            }
        } catch (URISyntaxException e) {
            throw new IOException(noAddress(typed), e);
        }
        throw new IOException(noAddress(typed));
    }

    private static String noAddress(String typed) {
        return "“" + typed.strip() + "” is no address: type a host name or number, and a port if it is not " + PORT
                + ", like 192.0.2.7:" + PORT;
    }
}
