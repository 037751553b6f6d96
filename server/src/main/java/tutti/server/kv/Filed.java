package tutti.server.kv;

import tutti.server.store.Bytes;

/** A KV file as it lies there, and what it says of itself. */
public record Filed(Stamp stamp, Bytes document) {}
