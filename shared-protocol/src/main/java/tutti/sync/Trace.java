package tutti.sync;

import tutti.edit.Mutation.Put;

/**
 * What a row did to one property.
 *
 * @param was the value before the row, as a put
 * @param before the seq of the row whose value stood there, 0 if the window knew none
 * @param after the seq of the row whose value stands there now: this row, or an older one that an undo restored
 */
public record Trace(Put<?, ?> was, long before, long after) {}
