package tutti.server.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows as templates and columns: see {@link Cutter} for what goes where, {@link Deflated} for how it lies there. */
final class Columns {
    private Columns() {}

    /** @param first seq of the first row */
    static void write(DataOutputStream out, long first, List<Bytes> rows) throws IOException {
        Cutter cutter = new Cutter();
        Words.Writer templates = new Words.Writer();
        long seq = first;
        for (Bytes row : rows) {
            templates.add(cutter.cut(new String(row.raw(), ISO_8859_1), seq++));
        }
        templates.write(out);
        out.writeShort(cutter.numbers().size());
        for (Numbers.Writer each : cutter.numbers()) {
            each.write(out);
        }
        out.writeShort(cutter.words().size());
        for (Words.Writer each : cutter.words()) {
            each.write(out);
        }
    }

    /** What {@link #write} wrote. */
    static final class Reader {
        private final Words.Reader templates;
        private final List<Numbers.Reader> numbers = new ArrayList<>();
        private final List<Words.Reader> words = new ArrayList<>();
        private final List<String> paths = new ArrayList<>();
        private final StringBuilder row = new StringBuilder();
        private long clock;

        Reader(DataInputStream in) throws IOException {
            templates = new Words.Reader(in);
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                numbers.add(new Numbers.Reader(in));
            }
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                words.add(new Words.Reader(in));
            }
        }

        /** The next row, which has this seq. */
        Bytes next(long seq) {
            row.setLength(0);
            paths.clear();
            clock = 0;
            String template = templates.next();
            int path = 0;
            for (int i = 0; i < template.length(); i++) {
                char mark = template.charAt(i);
                if (mark < Cutter.PATH_AGAIN) {
                    row.append(mark);
                } else if (mark == Cutter.PATH) {
                    path = row.length();
                } else if (mark == Cutter.PATH_END) {
                    paths.add(row.substring(path));
                } else {
                    fill(mark, seq);
                }
            }
            return Bytes.owning(row.toString().getBytes(ISO_8859_1));
        }

        private void fill(char mark, long seq) {
            if (mark < Cutter.PATH) {
                String path = paths.get(paths.size() - (mark - Cutter.PATH_AGAIN));
                row.append(path);
                paths.add(path);
            } else if (mark < Cutter.WORD) {
                long value = numbers.get(mark - Cutter.NUMBER).next(seq, clock);
                clock = clock == 0 ? value : clock;
                row.append(value);
            } else {
                row.append(words.get(mark - Cutter.WORD).next());
            }
        }
    }
}
