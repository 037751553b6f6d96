package tutti.server.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A snapshot to be written with a batch. Paths in neither set are gone from the new manifest.
 *
 * @param at the place it shows; never after the batch's last row
 * @param fresh parts that changed since the newest stored snapshot
 * @param kept paths whose part is the stored one still; one that is not there rejects the batch
 */
public record Checkpoint(Mark at, SortedMap<String, Bytes> fresh, SortedSet<String> kept) {
    /** @throws IllegalArgumentException if something is over its limit, or a path is in both */
    public Checkpoint {
        fresh = Checks.parts(fresh);
        kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
        Checks.within(fresh.size() + kept.size(), Limits.PARTS, "parts");
        if (!Collections.disjoint(fresh.keySet(), kept)) {
            throw new IllegalArgumentException("a path is both fresh and kept");
        }
    }
}
