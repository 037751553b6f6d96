package tutti.client.ui.kit;

/** What a person's hand on a number does. Nothing that code sets comes through here. */
public interface Hand {
    /** Turned to {@code value}; many times in one hold. */
    void turn(int value);

    /** Let go: the hold is over. */
    void let();

    /** Esc: the hold, which began with {@code origin}, is over and is to leave nothing behind. */
    void cancel(int origin);
}
