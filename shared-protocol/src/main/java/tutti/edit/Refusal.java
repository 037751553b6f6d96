package tutti.edit;

import tutti.model.Limits;

/**
 * Why something was not done.
 *
 * @param where path of the place that it was about, or empty
 */
public record Refusal(Reason reason, String where) {
    /** The reasons; a name is what travels on the wire and never changes its meaning. */
    public enum Reason {
        MISSING("there is nothing here any more"),
        EXISTS("there is one with this id already"),
        BIRTH("this is decided when a session is made and stays"),
        FULL("there are as many of these as a session can hold; delete one first"),
        LOCKS("a step holds " + Limits.LOCKS + " parameter locks; remove one first"),
        POSITION("the position does not fit"),
        DOUBLED("one value is given twice"),
        FORGET("only the room itself forgets what was deleted"),
        FROZEN("this session is published and cannot be changed; make a copy"),
        WEIGHT("the session is full; delete something first"),
        TOO_LARGE("this is more than one edit can hold; do it in smaller parts"),
        NOTHING("there is nothing of this gesture left to undo"),
        BEYOND_WINDOW("this is too long ago to undo; use the history"),
        SAME_GESTURE("an undo cannot undo itself"),
        NO_MOMENT("this session has no such moment"),
        UNREADABLE("the server cannot read that moment now"),
        SAME("nothing here is different from what it was then"),
        STORE("the store refused this edit");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** In words, for the person who asked. */
        public String words() {
            return words;
        }
    }

    /** A refusal about {@code place}. */
    public static Refusal of(Reason reason, Place<?> place) {
        return new Refusal(reason, place.path());
    }

    /** A refusal of the whole edit. */
    public static Refusal of(Reason reason) {
        return new Refusal(reason, "");
    }
}
