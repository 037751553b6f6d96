package tutti.server.api;

/**
 * Decides when a server that ends by itself ends: when it has been empty for a moment after somebody was there, or when
 * nobody came. One thread.
 */
final class Emptiness {
    private final long readyAt;
    private boolean somebodyCame;
    private long emptySince;

    /** @param now milliseconds of a steady clock, when the server became ready */
    Emptiness(long now) {
        this.readyAt = now;
        this.emptySince = now;
    }

    /**
     * Whether it is time to end.
     *
     * @param came whether anybody ever came
     * @param busy whether anybody is there, may return, or has left something to be written
     * @param now milliseconds of the same clock
     */
    boolean isOver(boolean came, boolean busy, long now) {
        somebodyCame |= came;
        if (busy) {
            emptySince = now;
            return false;
        }
        return somebodyCame ? now - emptySince >= Limits.EMPTY_MILLIS : now - readyAt >= Limits.NOBODY_CAME_MILLIS;
    }
}
