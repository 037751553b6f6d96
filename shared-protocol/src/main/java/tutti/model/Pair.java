package tutti.model;

import java.util.Optional;

/** Two small numbers with a sign between them, as meters and loop regions are written. */
record Pair(int a, int b) {
    /** More than any of them has, and never too many for an int. */
    private static final int DIGITS = 4;

    static Optional<Pair> parse(String code, char between) {
        int at = code.indexOf(between);
        if (at < 1 || !number(code.substring(0, at)) || !number(code.substring(at + 1))) {
            return Optional.empty();
        }
        return Optional.of(new Pair(Integer.parseInt(code.substring(0, at)), Integer.parseInt(code.substring(at + 1))));
    }

    private static boolean number(String digits) {
        boolean plain = digits.length() >= 1
                && digits.length() <= DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain && (digits.length() == 1 || digits.charAt(0) != '0');
    }
}
