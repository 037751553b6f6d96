package tutti.server.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.store.Limits;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.Replayed;
import tutti.sync.Row;
import tutti.wire.Codec;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.Parsed;
import tutti.wire.Stamp;

/**
 * One session's history as a text that can be sent: a line with the document where it begins, then a line for each row
 * with the chain that it led to and its canonical text, then a line that says where it ends, so that a torn one is
 * noticed. A line before the rows says what was trimmed, and a line behind a row that a new chain begins there, because
 * a backup was restored.
 *
 * @param stamp where it begins
 * @param trimmed what its owner dropped of it before that, if anything
 * @param rows in order
 * @param begins by seq, the chains that begin behind a row
 */
public record Journey(
        Stamp stamp, Session start, Optional<Trim> trimmed, List<Chained> rows, SortedMap<Long, Chain> begins) {
    /**
     * What was dropped before it begins.
     *
     * @param wall when, milliseconds since 1970
     * @param seq of the last row that is gone
     * @param rows how many went that time
     */
    public record Trim(long wall, long seq, long rows) {
        private static final Pattern FORM =
                Pattern.compile("\\{\"trimmed\":\\{\"rows\":(\\d{1,18}),\"seq\":(\\d{1,18}),\"wall\":(\\d{1,18})}}");

        private String line() {
            return "{\"trimmed\":{\"rows\":" + rows + ",\"seq\":" + seq + ",\"wall\":" + wall + "}}";
        }

        private static Optional<Trim> read(String line) {
            Matcher numbers = FORM.matcher(line);
            return numbers.matches()
                    ? Optional.of(new Trim(
                            Long.parseLong(numbers.group(3)),
                            Long.parseLong(numbers.group(2)),
                            Long.parseLong(numbers.group(1))))
                    : Optional.empty();
        }
    }

    private static final String BEGINS = "{\"begins\":\"";
    private static final String CHAIN = "{\"chain\":\"";
    private static final String ROW = "\",\"row\":";
    private static final int HEX = Chain.NONE.hex().length();

    /** Keeps a copy. */
    public Journey {
        rows = List.copyOf(rows);
        begins = Collections.unmodifiableSortedMap(new TreeMap<>(begins));
    }

    /** A text that is no history; the message says in which line and why. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }

    /** Where it begins. */
    Replayed begin() {
        return Replayed.from(start, stamp.seq(), stamp.chain());
    }

    /** Which session it is of. */
    public SessionId session() {
        return stamp.id();
    }

    /** The lines before the rows. */
    static Stream<String> head(Stamp stamp, Session start, Optional<Trim> trimmed) {
        return Stream.concat(
                Stream.of(Documents.text(stamp, start)), trimmed.stream().map(Trim::line));
    }

    /**
     * The lines of one row.
     *
     * @param begun the chain that begins behind it, if one does
     */
    static Stream<String> lines(Chained row, Optional<Chain> begun) {
        return Stream.concat(
                Stream.of(CHAIN + row.chain().hex() + ROW + row.text() + "}"),
                begun.stream().map(chain -> BEGINS + chain.hex() + "\"}"));
    }

    /** The line behind so many rows, that led to this chain. */
    static String end(Chain last, long rows) {
        return CHAIN + last.hex() + "\",\"rows\":" + rows + "}";
    }

    /** The chain that begins behind a row, if one does. */
    Optional<Chain> begun(Chained row) {
        return Optional.ofNullable(begins.get(row.row().seq()));
    }

    private String end() {
        Chain last = rows.isEmpty()
                ? stamp.chain()
                : begun(rows.getLast()).orElse(rows.getLast().chain());
        return end(last, rows.size());
    }

    /** Reads the lines of a history; whether the rows fit is not looked at. */
    public static Journey read(List<String> lines, Codec codec) throws Unreadable {
        if (lines.size() < 2) {
            throw new Unreadable("it has no document and no end");
        }
        Document document = need(Documents.read(lines.getFirst().getBytes(StandardCharsets.UTF_8)), 1);
        Optional<Stamp> stamp = document.stamp();
        if (stamp.isEmpty()) {
            throw new Unreadable("line 1: the document does not say where it stands");
        }
        Optional<Trim> trimmed = Trim.read(lines.get(1));
        List<Chained> rows = new ArrayList<>();
        SortedMap<Long, Chain> begins = new TreeMap<>();
        for (int i = trimmed.isPresent() ? 2 : 1; i < lines.size() - 1; i++) {
            String line = lines.get(i);
            if (line.startsWith(BEGINS) && !rows.isEmpty()) {
                begins.put(rows.getLast().row().seq(), begins(line, i + 1));
            } else {
                rows.add(row(line, codec, i + 1));
            }
        }
        Journey read = new Journey(stamp.get(), document.session(), trimmed, rows, begins);
        if (!lines.getLast().equals(read.end())) {
            throw new Unreadable("its last line is not the end of " + rows.size() + " rows: something is missing");
        }
        return read;
    }

    private static Chain begins(String line, int number) throws Unreadable {
        int end = BEGINS.length() + HEX;
        Optional<Chain> chain = line.startsWith("\"}", end) && line.length() == end + 2
                ? Chain.parse(line.substring(BEGINS.length(), end))
                : Optional.empty();
        return chain.orElseThrow(() -> new Unreadable("line " + number + ": it does not say which chain begins"));
    }

    private static Chained row(String line, Codec codec, int number) throws Unreadable {
        int at = CHAIN.length() + HEX;
        boolean formed = line.startsWith(CHAIN) && line.startsWith(ROW, at) && line.endsWith("}");
        Optional<Chain> chain = formed ? Chain.parse(line.substring(CHAIN.length(), at)) : Optional.empty();
        if (chain.isEmpty()) {
            throw new Unreadable("line " + number + ": it is no row with its chain");
        }
        String text = line.substring(at + ROW.length(), line.length() - 1);
        Row row = need(codec.read(Row.class, text, Limits.ROW_BYTES), number);
        return new Chained(row, chain.get(), text);
    }

    private static <T> T need(Parsed<T> parsed, int line) throws Unreadable {
        return switch (parsed) {
            case Parsed.Of<T>(T value) -> value;
            case Parsed.Malformed<T> malformed -> throw new Unreadable("line " + line + ": " + malformed.text());
        };
    }
}
