package tutti.server.kv;

/**
 * What a folder says of a file without opening it: while it is the same, what was read of the file holds.
 *
 * @param millis when it was written last, milliseconds since 1970
 * @param bytes how many it has
 */
public record Glimpse(long millis, long bytes) {}
