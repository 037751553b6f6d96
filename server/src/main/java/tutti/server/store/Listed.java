package tutti.server.store;

import java.util.OptionalLong;
import tutti.model.SessionId;

/** One line of the list of sessions. {@code createdMillis} is ms since 1970; {@code kvSeq} as in {@link Head}. */
public record Listed(
        SessionId session,
        String name,
        Mark at,
        OptionalLong kvSeq,
        Origin origin,
        boolean frozen,
        long createdMillis) {}
