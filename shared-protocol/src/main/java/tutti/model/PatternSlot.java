package tutti.model;

import java.util.Optional;

/** The sixteen fixed places for patterns. */
public enum PatternSlot {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P;

    /** Its number, 0 for A to 15 for P. */
    public int index() {
        return name().charAt(0) - 'A';
    }

    /** The slot that {@code code} names: one letter, A to P. */
    public static Optional<PatternSlot> parse(String code) {
        return Codes.find(values(), PatternSlot::name, code);
    }
}
