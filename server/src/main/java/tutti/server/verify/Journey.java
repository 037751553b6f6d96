package tutti.server.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * noticed.
 *
 * @param stamp where it begins
 * @param rows in order
 */
public record Journey(Stamp stamp, Session start, List<Chained> rows) {
    private static final String CHAIN = "{\"chain\":\"";
    private static final String ROW = "\",\"row\":";
    private static final int HEX = Chain.NONE.hex().length();

    /** Keeps a copy. */
    public Journey {
        rows = List.copyOf(rows);
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

    /** Its lines. */
    public Stream<String> lines() {
        Stream<String> each = rows.stream().map(row -> CHAIN + row.chain().hex() + ROW + row.text() + "}");
        return Stream.of(Stream.of(Documents.text(stamp, start)), each, Stream.of(end()))
                .flatMap(all -> all);
    }

    private String end() {
        Chain last = rows.isEmpty() ? stamp.chain() : rows.getLast().chain();
        return CHAIN + last.hex() + "\",\"rows\":" + rows.size() + "}";
    }

    /** Reads lines as {@link #lines} gives them; whether the rows fit is not looked at. */
    public static Journey read(List<String> lines, Codec codec) throws Unreadable {
        if (lines.size() < 2) {
            throw new Unreadable("it has no document and no end");
        }
        Document document = need(Documents.read(lines.getFirst().getBytes(StandardCharsets.UTF_8)), 1);
        Optional<Stamp> stamp = document.stamp();
        if (stamp.isEmpty()) {
            throw new Unreadable("line 1: the document does not say where it stands");
        }
        List<Chained> rows = new ArrayList<>();
        for (int i = 1; i < lines.size() - 1; i++) {
            rows.add(row(lines.get(i), codec, i + 1));
        }
        Journey read = new Journey(stamp.get(), document.session(), rows);
        if (!lines.getLast().equals(read.end())) {
            throw new Unreadable("its last line is not the end of " + rows.size() + " rows: something is missing");
        }
        return read;
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
