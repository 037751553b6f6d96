package tutti.server.kv;

import tutti.server.store.Mark;

/** What a KV file says of itself: which store wrote it, and the place in the session's history that it shows. */
public record Stamp(Mark at, String storeId) {}
