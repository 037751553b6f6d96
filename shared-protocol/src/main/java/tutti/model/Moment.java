package tutti.model;

/**
 * A named point of the session's history.
 *
 * @param name what people call it; may be empty
 * @param position key among its siblings
 * @param deleted left out of every view; its content stays
 * @param seq the row after which it was
 */
public record Moment(String name, String position, boolean deleted, int seq) {
    /** Nameless, at the very beginning. */
    public static final Moment BLANK = new Moment("", "", false, 0);
}
