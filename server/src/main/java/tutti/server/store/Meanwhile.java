package tutti.server.store;

/**
 * Between which rows acts are looked for. An act belongs to the row that was the newest when it landed.
 *
 * @param first that row at least
 * @param last that row at most
 * @param since acts that a server of before noted have no row; these are found by time of day, milliseconds since 1970
 * @param until likewise, left out
 */
public record Meanwhile(long first, long last, long since, long until) {
    /** Every act that there is. */
    public static final Meanwhile EVER = new Meanwhile(0, Limits.SEQ, 0, Long.MAX_VALUE);
}
