package tutti.wire;

import tutti.model.SessionId;
import tutti.sync.Chain;

/**
 * What a document says of itself.
 *
 * @param id the session
 * @param seq of the row after which it was like this, 0 for none
 * @param chain at that row; {@link Chain#NONE} if no store wrote it
 * @param store id of the store that wrote it; empty if none did
 */
public record Stamp(SessionId id, long seq, Chain chain, String store) {
    /** @throws IllegalArgumentException if seq is negative */
    public Stamp {
        if (seq < 0) {
            throw new IllegalArgumentException("seq " + seq);
        }
    }
}
