package tutti.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tutti.edit.Mutation;
import tutti.edit.Part;

/** A form that reads only what it wrote, and writes rows as long as they are to be. */
final class Remembered implements Form {
    /** Of Latin letters with accents, so that some characters are two bytes. */
    private static final char LAST = 'ž';

    private final Map<String, Row> rows = new HashMap<>();

    /** A text for a row, longer than need be by so many characters, of which none tells of another. */
    String row(Row row, int padding) {
        StringBuilder text = new StringBuilder(row(row));
        new SplittableRandom(row.seq())
                .ints(padding, ' ', Character.MIN_SURROGATE)
                .forEach(text::appendCodePoint);
        return remember(row, text.toString());
    }

    private String remember(Row row, String text) {
        rows.put(text, row);
        return text;
    }

    /** From now on it reads none of them. */
    void forget() {
        rows.clear();
    }

    @Override
    public String row(Row row) {
        return "ä" + row.seq();
    }

    @Override
    public Row row(String text) {
        return Optional.ofNullable(rows.get(text)).orElseThrow(() -> new IllegalArgumentException("no row: " + text));
    }

    @Override
    public int size(Mutation mutation) {
        throw new UnsupportedOperationException("of no use here");
    }

    @Override
    public int size(Part part) {
        throw new UnsupportedOperationException("of no use here");
    }
}
