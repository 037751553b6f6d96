package tutti.client.ui.grid;

/**
 * Which page of a lane is seen. It follows the playhead, but never turns under a hand: not while pointed at, not within
 * some seconds of an edit, and not after a person chose a page, until they choose the same page again.
 */
final class LanePage {
    private static final long HOLD_NANOS = 4_000_000_000L;

    private int seen;
    private boolean pinned;
    private boolean held;
    private long heldUntil;

    int seen() {
        return seen;
    }

    boolean pinned() {
        return pinned;
    }

    /** One frame; {@code playing} is the page under the playhead or −1. Whether the page turned. */
    boolean follow(int playing, boolean pointed, long now) {
        boolean rests = pinned || pointed || (held && now - heldUntil < 0);
        if (playing < 0 || playing == seen || rests) {
            return false;
        }
        held = false;
        seen = playing;
        return true;
    }

    /** A person chose a page. */
    void choose(int page) {
        pinned = !(pinned && page == seen);
        seen = page;
    }

    /** An edit or the keyboard needs that page for a while. */
    void need(int page, long now) {
        seen = page;
        held = true;
        heldUntil = now + HOLD_NANOS;
    }
}
