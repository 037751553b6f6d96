package tutti.server.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bounds that several values of this package share. */
final class Checks {
    private Checks() {}

    static void within(long amount, long limit, String what) {
        if (amount > limit) {
            throw new IllegalArgumentException(amount + " " + what + ", at most " + limit);
        }
    }

    static void name(String name) {
        within(name.length(), Limits.NAME, "characters of name");
    }

    static SortedMap<String, Bytes> parts(SortedMap<String, Bytes> parts) {
        within(parts.size(), Limits.PARTS, "parts");
        parts.forEach((path, bytes) -> {
            within(path.length(), Limits.PATH, "characters of path");
            within(bytes.size(), Limits.PART_BYTES, "bytes in " + path);
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** @throws IllegalArgumentException if it is empty or has white space in it */
    static void word(String text) {
        if (!text.matches("\\S+")) {
            throw new IllegalArgumentException("a request id is one word");
        }
    }
}
