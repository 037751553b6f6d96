package tutti.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Rows that follow one another and are seldom asked for, as compressed text: a row takes some 70 bytes of memory.
 * What must be told quickly stands beside: how long each row is, and of which gesture. Immutable.
 */
final class PackedRows {
    /** Most rows, a power of two. */
    static final int MOST = 256;

    /**
     * Whose gesture rows belong to.
     *
     * @param hash a number that ends in zeros, of a hash of which nobody finds many that are the same: each such row
     *     would be read to no purpose
     */
    record Deed(MemberId member, GestureId gesture, long hash) {
        static Deed of(MemberId member, GestureId gesture) {
            byte[] hash = Chain.sha256((member.text() + ' ' + gesture.text()).getBytes(StandardCharsets.UTF_8));
            return new Deed(member, gesture, ByteBuffer.wrap(hash).getLong() & -MOST);
        }

        private boolean did(Row row) {
            return row.by().equals(member) && row.gesture().equals(gesture);
        }
    }

    private final long first;
    /** The chain before the first row. Those of the rows are hashed again. */
    private final Chain before;
    /** For each row the characters up to its end. */
    private final int[] ends;
    /** Sorted: each row's {@link Deed#hash}, ending in its place. */
    private final long[] deeds;

    private final byte[] texts;
    /** Bytes of the texts unpacked. */
    private final int size;

    private PackedRows(long first, Chain before, int[] ends, long[] deeds, byte[] plain) {
        this.first = first;
        this.before = before;
        this.ends = ends;
        this.deeds = deeds;
        this.texts = deflated(plain);
        this.size = plain.length;
    }

    /** These rows, at least one and at most {@link #MOST}; {@code before} is the chain at the row before. */
    static PackedRows of(List<Chained> rows, Chain before) {
        if (rows.size() > MOST) {
            throw new IllegalArgumentException(rows.size() + " rows in one piece");
        }
        int[] ends = new int[rows.size()];
        long[] deeds = new long[rows.size()];
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < ends.length; i++) {
            Row row = rows.get(i).row();
            texts.append(rows.get(i).text());
            ends[i] = texts.length();
            deeds[i] = Deed.of(row.by(), row.gesture()).hash() | i;
        }
        Arrays.sort(deeds);
        byte[] plain = texts.toString().getBytes(StandardCharsets.UTF_8);
        return new PackedRows(rows.getFirst().row().seq(), before, ends, deeds, plain);
    }

    long last() {
        return first + ends.length - 1;
    }

    /** Characters of the row {@code seq}. */
    int length(long seq) {
        int place = (int) (seq - first);
        return ends[place] - start(place);
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    /** The chain at the row {@code seq}, one of these or the one before them. */
    Chain chain(long seq) {
        Chain chain = before;
        String all = seq < first ? "" : texts();
        for (int place = 0; place <= seq - first; place++) {
            chain = chain.then(text(all, place));
        }
        return chain;
    }

    /** The rows after {@code seq}, in order. */
    List<Chained> after(long seq, Form form) {
        List<Chained> rows = new ArrayList<>();
        String all = texts();
        Chain chain = before;
        for (int place = 0; place < ends.length; place++) {
            String text = text(all, place);
            chain = chain.then(text);
            if (first + place > seq) {
                rows.add(new Chained(form.row(text), chain, text));
            }
        }
        return rows;
    }

    /** The rows of a gesture from {@code low} on, in order. */
    List<Row> rows(Deed deed, long low, Form form) {
        long hash = deed.hash();
        int at = Arrays.binarySearch(deeds, hash);
        int from = at < 0 ? -at - 1 : at;
        if (from == deeds.length || (deeds[from] & -MOST) != hash) {
            return List.of();
        }
        int to = from + 1;
        while (to < deeds.length && (deeds[to] & -MOST) == hash) {
            to++;
        }
        List<Row> rows = new ArrayList<>();
        String all = first + (deeds[to - 1] - hash) >= low ? texts() : "";
        for (int i = from; i < to; i++) {
            int place = (int) (deeds[i] - hash);
            if (first + place >= low) {
                Row row = form.row(text(all, place));
                if (deed.did(row)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private String text(String all, int place) {
        return all.substring(start(place), ends[place]);
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[plain.length + plain.length / 100 + 64];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }

    private String texts() {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(texts);
            byte[] plain = new byte[size];
            inflater.inflate(plain);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (DataFormatException impossible) {
            throw new IllegalStateException("what was packed can be unpacked", impossible);
        } finally {
            inflater.end();
        }
    }
}
