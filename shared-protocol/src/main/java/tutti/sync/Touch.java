package tutti.sync;

/**
 * What the window knows of a property.
 *
 * @param by seq of the row that wrote this entry
 * @param seq of the row whose value stands; another one than {@code by} if an undo restored it, 0 if none is known
 * @param member who asked for the row {@code by}
 */
public record Touch(long by, long seq, MemberId member) {}
