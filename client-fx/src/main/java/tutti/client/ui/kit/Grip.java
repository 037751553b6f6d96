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
    private double anchorY;

    Grip(Travel travel) {
        this.travel = travel;
    }

    void take(int from, double y, boolean fineNow) {
        held = true;
        moved = false;
        fine = fineNow;
        origin = from;
        anchor = from;
        value = from;
        anchorY = y;
    }

    /** The value with the pointer at {@code y}. A change of {@code fineNow} goes on from where the value stands. */
    int move(Span span, double y, boolean fineNow) {
        if (fine != fineNow) {
            anchor = value;
            anchorY = y;
            fine = fineNow;
        }
        moved |= Math.abs(y - anchorY) >= 3;
        value = moved ? travel.at(span, anchor, anchorY - y, fine) : value;
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
