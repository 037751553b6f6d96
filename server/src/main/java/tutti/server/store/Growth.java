package tutti.server.store;

/**
 * When a store is rewritten by itself: H2 never reuses space here, so a file only grows.
 *
 * @param least bytes below which a file may be as empty as it likes
 * @param factor how many times its live size a file may be
 */
record Growth(long least, long factor) {
    static final Growth USUAL = new Growth(256L * 1024 * 1024, 4);

    /** Whether it is time, for a file of this size in which so much is live. */
    boolean due(long bytes, long live) {
        return bytes > least && bytes > factor * live;
    }

    /** The size at which to look again, after a look at a file of this size. */
    long next(long bytes, long live) {
        return Math.max(bytes + least / 4, factor * live);
    }
}
