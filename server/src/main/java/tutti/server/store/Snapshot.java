package tutti.server.store;

import java.util.SortedMap;

/**
 * A whole document as it was stored: a manifest's parts by path, each verified against its hash.
 *
 * @param newest whether it is the session's newest one; an older one stands in for one that is damaged, and what it
 *     holds is not what is stored newest
 */
public record Snapshot(Mark at, SortedMap<String, Bytes> parts, boolean newest) {
    /** @throws IllegalArgumentException if something is over its limit */
    public Snapshot {
        parts = Checks.parts(parts);
    }
}
