package tutti.client.audio;

/** The room's time as this machine knows it. Thread-safe and realtime-safe: asked by the audio thread. */
@FunctionalInterface
public interface RoomClock {
    /** The room frame (48 kHz) that should be heard at {@code nanoTime} of this machine's {@link System#nanoTime}. */
    long frameAt(long nanoTime);

    /** A room of one's own: frame 0 is at {@code origin}. */
    static RoomClock alone(long origin) {
        return nanoTime -> framesIn(nanoTime - origin);
    }

    /** Whole frames of so many nanoseconds, rounded down. */
    static long framesIn(long nanos) {
        return Math.floorDiv(nanos * 6, 125_000);
    }

    /** Nanoseconds of so many frames, rounded down. */
    static long nanosOf(long frames) {
        return Math.floorDiv(frames * 125_000, 6);
    }
}
