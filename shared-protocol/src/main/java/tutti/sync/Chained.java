package tutti.sync;

/**
 * A row with its canonical text, which travel, are stored and are hashed as they are.
 *
 * @param chain the chain after this row
 * @param text what {@link Form#row} makes of the row; its UTF-8 is what is hashed
 */
public record Chained(Row row, Chain chain, String text) {}
