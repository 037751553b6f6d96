package tutti.sync;

import java.util.Optional;

/** How often the gesture under the hand may ask. Time is a steady clock in microseconds. Not thread-safe. */
final class Pace {
    /** A drag asks at most 15 times a second. */
    static final long STEP = 1_000_000 / 15;

    private Optional<GestureId> open = Optional.empty();
    private long until;

    /** The hand moves; another gesture ends the one before, and its first value goes at once. */
    void begin(GestureId gesture, long now) {
        if (!open(gesture)) {
            open = Optional.of(gesture);
            until = now;
        }
    }

    /** The hand let go. */
    void end() {
        open = Optional.empty();
    }

    /** An edit of that gesture goes out. */
    void asked(GestureId gesture, long now) {
        until = open(gesture) ? now + STEP : until;
    }

    /** Whether an edit of that gesture must wait, and may still change meanwhile. */
    boolean holds(GestureId gesture, long now) {
        return open(gesture) && now < until;
    }

    private boolean open(GestureId gesture) {
        return open.equals(Optional.of(gesture));
    }
}
