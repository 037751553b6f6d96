package tutti.server.store;

import java.util.SortedMap;

/** A whole document as it was stored: the newest manifest's parts by path, each verified against its hash. */
public record Snapshot(Mark at, SortedMap<String, Bytes> parts) {
    /** @throws IllegalArgumentException if something is over its limit */
    public Snapshot {
        parts = Checks.parts(parts);
    }
}
