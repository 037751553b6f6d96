package tutti.server.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, by the names in a request. A host must be an IP address, {@code localhost}, a {@code .local} name or one
 * that is configured, so that a foreign page cannot reach us by a DNS name of its own (rebinding). A page may ask only
 * where it came from; programs send no Origin. Immutable.
 *
 * @param names further host names, lower case
 */
public record HostRule(Set<String> names) {
    /** What the rule says of a request. */
    public enum Verdict {
        WELCOME,
        FOREIGN_HOST,
        FOREIGN_ORIGIN
    }

    /** Copies the names. */
    public HostRule {
        names = Set.copyOf(names);
    }

    /**
     * Judges a request.
     *
     * @param host the one Host header; null or empty where it is missing
     * @param origin the one Origin header; null or empty where it is missing
     */
    public Verdict judge(@Nullable String host, @Nullable String origin) {
        URI asked = host == null ? null : parse("http://" + host);
        if (asked == null || !isOurs(asked.getHost())) {
            return Verdict.FOREIGN_HOST;
        }
        if (origin == null || origin.isEmpty()) {
            return Verdict.WELCOME;
        }
        URI page = parse(origin);
        boolean same = page != null && asked.getAuthority().equalsIgnoreCase(page.getAuthority());
        return same ? Verdict.WELCOME : Verdict.FOREIGN_ORIGIN;
    }

    /** A URI of scheme, host and port and nothing else, or null. */
    private static @Nullable URI parse(String text) {
        try {
            URI uri = new URI(text);
            boolean bare = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return bare ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".local") || names.contains(name) || isAddress(name);
    }

    private static boolean isAddress(String name) {
        try {
            InetAddress.ofLiteral(name.startsWith("[") ? name.substring(1, name.length() - 1) : name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
