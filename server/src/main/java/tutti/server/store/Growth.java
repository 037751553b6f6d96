package tutti.server.store;

/**
 * When a store is rewritten by itself: H2 never reuses space here, so a file only grows.
 *
 * @param least bytes below which a file may be as empty as it likes
 * @param factor how many times its live size a file may be
 * @param most bytes that a file may have besides what is live in it, however large that is: a lone commit takes 4 KB of
 *     the file, and H2 keeps some 230 bytes of each in memory until the file is rewritten
 */
record Growth(long least, long factor, long most) {
    private static final long MEBI = 1024 * 1024;

    static final Growth USUAL = new Growth(256 * MEBI, 4, 1024 * MEBI);

    /** Whether it is time, for a file of this size in which so much is live. */
    boolean due(long bytes, long live) {
        return bytes > least && bytes > bound(live);
    }

    /** The size at which to look again, after a look at a file of this size. */
    long next(long bytes, long live) {
        return Math.max(bytes + least / 4, bound(live));
    }

    private long bound(long live) {
        return Math.min(factor * live, live + most);
    }
}
