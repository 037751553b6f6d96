package tutti.model;

/** What text may stand in the document: no control characters, no lone surrogates. */
public final class Texts {
    private static final int UNSHOWN = 0xFFFD;

    private Texts() {}

    /** Whether {@code text} has at most {@code max} UTF-16 units and only characters that every machine can carry. */
    public static boolean clean(String text, int max) {
        return text.length() <= max && text.codePoints().allMatch(Texts::carried);
    }

    /**
     * Whether {@code text} is an id: 1 to {@code max} of {@code A-Z a-z 0-9 _ -}, safe in paths, URLs and file names.
     */
    public static boolean id(String text, int max) {
        return !text.isEmpty() && text.length() <= max && text.chars().allMatch(Texts::plain);
    }

    /**
     * What a log or a notice may show of a text that anybody wrote: one line, without a character that steers a
     * terminal, at most {@code max} characters of it.
     */
    public static String shown(String text, int max) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(max)
                .map(point -> carried(point) ? point : UNSHOWN)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean carried(int point) {
        return !Character.isISOControl(point) && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    private static boolean plain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
