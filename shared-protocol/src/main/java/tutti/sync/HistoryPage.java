package tutti.sync;

import java.util.List;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.model.PatternSlot;

/**
 * Some of a session's history, newest first: what a server answers over HTTP.
 *
 * @param acts what was played, launched and stopped after each of the rows, newest first, if that was asked for
 * @param before what to ask for the rows before these, if there are any
 * @param trimmed why there are none, if the owner dropped them
 */
public record HistoryPage(List<Line> rows, List<Deed> acts, Optional<Long> before, Optional<Trim> trimmed) {
    /**
     * One row.
     *
     * @param wall milliseconds since 1970
     * @param mutations what it changed
     */
    public record Line(long seq, long wall, Author by, GestureId gesture, List<Mutation> mutations) {
        /** Keeps a copy. */
        public Line {
            mutations = List.copyOf(mutations);
        }
    }

    /**
     * Something that landed.
     *
     * @param wall milliseconds since 1970
     * @param pattern that played from then on
     */
    public record Deed(long wall, Author by, Landing.Kind what, Optional<PatternSlot> pattern) {}

    /**
     * That rows were dropped.
     *
     * @param wall when, milliseconds since 1970
     * @param seq up to which row
     * @param rows how many
     */
    public record Trim(long wall, long seq, long rows) {}

    /**
     * Who it was.
     *
     * @param profile as they were last seen here, if they were
     */
    public record Author(MemberId id, Optional<Profile> profile) {}

    /** A page of a session of which nothing was trimmed. */
    public HistoryPage(List<Line> rows, List<Deed> acts, Optional<Long> before) {
        this(rows, acts, before, Optional.empty());
    }

    /** Keeps a copy. */
    public HistoryPage {
        rows = List.copyOf(rows);
        acts = List.copyOf(acts);
    }
}
