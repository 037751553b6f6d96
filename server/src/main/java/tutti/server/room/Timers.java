package tutti.server.room;

/** Runs things later. Any thread; what is run must return at once. */
@FunctionalInterface
public interface Timers {
    /** Runs {@code what} once, not before that many microseconds have passed. */
    void after(long micros, Runnable what);
}
