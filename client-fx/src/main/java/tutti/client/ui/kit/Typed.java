package tutti.client.ui.kit;

/** What is being typed over a number. It begins with a digit or a sign, so that letters stay gestures until then. */
final class Typed {
    private static final int LONGEST = 16;

    private final StringBuilder text = new StringBuilder();

    boolean active() {
        return !text.isEmpty();
    }

    String text() {
        return text + "▏";
    }

    String word() {
        return text.toString().strip();
    }

    /** Takes a character if it belongs to a number. */
    boolean take(String typed) {
        if (typed.length() != 1 || text.length() >= LONGEST) {
            return false;
        }
        char c = typed.charAt(0);
        boolean fits = active() ? c >= ' ' && c != 0x7f : Character.isDigit(c) || "+-−.,!".indexOf(c) >= 0;
        if (fits) {
            text.append(c);
        }
        return fits;
    }

    /** Takes the last character back; false if there was none. */
    boolean back() {
        if (!active()) {
            return false;
        }
        text.setLength(text.length() - 1);
        return true;
    }

    /** Forgets it; false if there was nothing. */
    boolean clear() {
        boolean was = active();
        text.setLength(0);
        return was;
    }
}
