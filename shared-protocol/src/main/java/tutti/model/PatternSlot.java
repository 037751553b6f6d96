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

    /** The slot that {@code code} names: one letter, A to P. */
    public static Optional<PatternSlot> parse(String code) {
        return Codes.find(values(), PatternSlot::name, code);
    }
}
