package tutti.server.verify;

import java.util.List;

/** All that a verification found, in the order in which it looked. */
public record Findings(List<Finding> all) {
    /** Keeps a copy. */
    public Findings {
        all = List.copyOf(all);
    }

    /** Whether all is as it was written. */
    public boolean whole() {
        return all.stream().allMatch(Finding::whole);
    }

    /** Rows that were done again. */
    public long rows() {
        return all.stream().mapToLong(Finding::rows).sum();
    }
}
