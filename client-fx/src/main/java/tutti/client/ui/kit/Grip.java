package tutti.client.ui.kit;

/** One drag of a value from press to release: pixels in, values out. */
final class Grip {
    private final Travel travel;
    private boolean held;
    private boolean moved;
    private boolean fine;
    private int origin;
    private int anchor;
    private int value;
    private double anchorAt;

    Grip(Travel travel) {
        this.travel = travel;
    }

    /** @param at where the pointer is on the way, in pixels */
    void take(int from, double at, boolean fineNow) {
        held = true;
        moved = false;
        fine = fineNow;
        origin = from;
        anchor = from;
        value = from;
        anchorAt = at;
    }

    /** The value with the pointer at {@code at}. A change of {@code fineNow} goes on from where the value stands. */
    int move(Span span, double at, boolean fineNow) {
        if (fine != fineNow) {
            anchor = value;
            anchorAt = at;
            fine = fineNow;
        }
        moved |= Math.abs(at - anchorAt) >= 3;
        value = moved ? travel.at(span, anchor, at - anchorAt, fine) : value;
        return value;
    }

    void release() {
        held = false;
    }

    boolean held() {
        return held;
    }

    boolean moved() {
        return moved;
    }

    /** The value before the drag. */
    int origin() {
        return origin;
    }
}
