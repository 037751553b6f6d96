package tutti.server.store;

import java.util.OptionalLong;
import tutti.model.SessionId;

/**
 * One line of the list of sessions.
 *
 * @param kvSeq as in {@link Head}
 * @param createdMillis ms since 1970
 * @param lineage what the birth said of where it comes from
 * @param deleted since when it is in the bin, ms since 1970, if it is
 */
public record Listed(
        SessionId session,
        String name,
        Mark at,
        OptionalLong kvSeq,
        Origin origin,
        boolean frozen,
        long createdMillis,
        Bytes lineage,
        OptionalLong deleted) {}
