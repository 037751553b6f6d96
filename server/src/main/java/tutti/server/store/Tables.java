package tutti.server.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Keys. A row's key is (session number &lt;&lt; 32 | seq), parts, outboxes and acts alike with their own counters: one
 * BIGINT key keeps a commit at 4.4 KB. Only heads, outboxes, authors, manifests and the bin are ever updated; all else
 * is only added.
 */
final class Tables {
    static final String FORMAT = "tutti-store";

    private Tables() {}

    /** The key of thing {@code low} of a session. */
    static long key(long session, long low) {
        return session << 32 | low;
    }

    /**
     * The number that follows those of a session's things, from 1 on.
     *
     * @param last selects the highest key between two
     */
    static long next(PreparedStatement last, long session) throws SQLException, StoreDamaged {
        return Sql.one(last, row -> low(row.getLong(1)), key(session, 0), key(session, Limits.SEQ))
                        .orElse(0L)
                + 1;
    }

    /** The lower half of a key. */
    static long low(long key) {
        return key & Limits.SEQ;
    }
}
