package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tutti.server.store.Bytes;
import tutti.server.store.Limits;
import tutti.wire.Json;
import tutti.wire.LegacyRecord;
import tutti.wire.Parsed;

/**
 * Where a session came from, as its birth keeps it for ever.
 *
 * @param from id of the session that it was copied from; empty if it was not
 * @param source what that was when it was copied, if that was noted
 * @param report what of an old record was repaired or could not be held when it was adopted
 */
record Lineage(String from, Optional<Source> source, List<String> report) {
    /**
     * A session that was copied.
     *
     * @param name what it was called in the moment that was copied
     * @param seq number of its last row in that moment, 0 if it was before its first
     */
    record Source(String name, long seq) {}

    private static final String FROM = "from";
    private static final String NAME = "name";
    private static final String REPORT = "report";
    private static final String SEQ = "seq";

    Lineage {
        report = List.copyOf(report);
    }

    /** Of a session made of an old record: all that its source was then lies before the first row here. */
    static Lineage of(LegacyRecord record) {
        Optional<Source> source = record.copied().map(name -> new Source(name, 0));
        return new Lineage(record.session().copiedFrom(), source, record.report());
    }

    /** The id alone where there is nothing else: so were they all written once. */
    Bytes bytes() {
        if (report.isEmpty() && source.isEmpty()) {
            return Bytes.utf8(from);
        }
        TreeMap<String, Json> members = new TreeMap<>();
        members.put(FROM, new Json.Str(from));
        members.put(
                REPORT, new Json.Arr(report.stream().<Json>map(Json.Str::new).toList()));
        source.ifPresent(was -> {
            members.put(NAME, new Json.Str(was.name()));
            members.put(SEQ, new Json.Num(was.seq()));
        });
        return Bytes.utf8(new Json.Obj(members).text());
    }

    /** Reads what {@link #bytes} wrote; whatever else it is counts as an id. */
    static Lineage of(Bytes bytes) {
        return Json.parse(bytes.toArray(), Limits.LINEAGE_BYTES) instanceof Parsed.Of<Json>(Json.Obj members)
                ? of(members)
                : new Lineage(bytes.text(), Optional.empty(), List.of());
    }

    private static Lineage of(Json.Obj members) {
        String from = text(members.get(FROM)).orElse("");
        Optional<Source> source =
                text(members.get(NAME)).flatMap(name -> number(members.get(SEQ)).map(seq -> new Source(name, seq)));
        List<String> report = new ArrayList<>();
        if (members.get(REPORT).orElse(Json.Obj.EMPTY) instanceof Json.Arr(List<Json> lines)) {
            lines.forEach(line -> text(Optional.of(line)).ifPresent(report::add));
        }
        return new Lineage(from, source, report);
    }

    private static Optional<String> text(Optional<Json> json) {
        return json.filter(Json.Str.class::isInstance).map(text -> ((Json.Str) text).value());
    }

    private static Optional<Long> number(Optional<Json> json) {
        return json.filter(Json.Num.class::isInstance).map(number -> ((Json.Num) number).value());
    }
}
