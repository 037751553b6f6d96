package tutti.sync;

import java.util.List;
import tutti.edit.Mutation;

/**
 * What the room decided: the unit of history. Folding it needs nothing but its mutations.
 *
 * @param seq 1, 2, 3 … in each session
 * @param at room time in microseconds, more than the row before
 * @param wall milliseconds since 1970, for people to read; nothing is ordered by it
 * @param by who asked
 * @param first seq of the first row of the same member's gesture
 * @param mutations what it does
 * @param traces what it did to each property that it put, in order of the first put
 */
public record Row(
        long seq,
        long at,
        long wall,
        MemberId by,
        GestureId gesture,
        long first,
        List<Mutation> mutations,
        List<Trace> traces) {
    /** Keeps copies. */
    public Row {
        mutations = List.copyOf(mutations);
        traces = List.copyOf(traces);
    }
}
