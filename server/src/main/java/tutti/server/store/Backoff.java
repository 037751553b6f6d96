package tutti.server.store;

/** How long to wait before the store is opened again: twice as long each time, within bounds. */
record Backoff(long millis) {
    static final Backoff FIRST = new Backoff(100);
    static final long LONGEST = 10_000;

    Backoff next() {
        return new Backoff(Math.min(LONGEST, millis * 2));
    }
}
