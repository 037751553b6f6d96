package tutti.sync;

/**
 * A row with its canonical bytes, which travel, are stored and are hashed as they are.
 *
 * @param chain the chain after this row
 * @param bytes shared, never changed
 */
public record Chained(Row row, Chain chain, byte[] bytes) {}
