package tutti.server.store;

import java.util.OptionalLong;
import tutti.model.SessionId;

/**
 * What the store knows of a session besides its content.
 *
 * @param at the newest durable place
 * @param start where the present chain began
 * @param version fencing number; each write moves it by one
 * @param kvSeq seq of the KV file that was noted; empty until there is one
 * @param name its name in listings
 * @param lineage as the birth gave it
 * @param createdMillis as the birth gave it, ms since 1970
 * @param deleted since when it is in the bin, ms since 1970, if it is
 */
public record Head(
        SessionId session,
        Mark at,
        Mark start,
        long version,
        OptionalLong kvSeq,
        String name,
        Origin origin,
        Bytes lineage,
        boolean frozen,
        long createdMillis,
        OptionalLong deleted) {}
