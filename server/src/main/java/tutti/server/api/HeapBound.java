package tutti.server.api;

/**
 * Decides when all of the heap is collected. Java's serial collector lets old objects pile up until the heap is as
 * large as it may be, whatever of them lives: ten times as much, after some hours. One thread.
 */
final class HeapBound {
    private long collectedAt;

    /** @param now milliseconds of a steady clock, when the server became ready */
    HeapBound(long now) {
        this.collectedAt = now;
    }

    /**
     * Whether to collect now; from then on the next one has to wait.
     *
     * @param old bytes of old objects, dead ones too
     * @param lived what of them lived after the last collection; 0 if there was none
     * @param now milliseconds of the same clock
     */
    boolean isOver(long old, long lived, long now) {
        boolean over = old > Math.max(Limits.OLD_BYTES, 2 * lived) && now - collectedAt >= Limits.COLLECT_MILLIS;
        collectedAt = over ? now : collectedAt;
        return over;
    }
}
