package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tutti.server.store.Bytes;
import tutti.server.store.Limits;
import tutti.wire.Json;
import tutti.wire.Parsed;

/**
 * Where a session came from, as its birth keeps it for ever.
 *
 * @param from id of the session that it was copied from; empty if it was not
 * @param report what of an old record was repaired or could not be held when it was adopted
 */
record Lineage(String from, List<String> report) {
    private static final String FROM = "from";
    private static final String REPORT = "report";

    Lineage {
        report = List.copyOf(report);
    }

    /** The id alone where there is nothing to report: so were they all written once. */
    Bytes bytes() {
        if (report.isEmpty()) {
            return Bytes.utf8(from);
        }
        TreeMap<String, Json> members = new TreeMap<>();
        members.put(FROM, new Json.Str(from));
        members.put(
                REPORT, new Json.Arr(report.stream().<Json>map(Json.Str::new).toList()));
        return Bytes.utf8(new Json.Obj(members).text());
    }

    /** Reads what {@link #bytes} wrote; whatever else it is counts as an id. */
    static Lineage of(Bytes bytes) {
        return Json.parse(bytes.toArray(), Limits.LINEAGE_BYTES) instanceof Parsed.Of<Json>(Json.Obj members)
                ? of(members)
                : new Lineage(bytes.text(), List.of());
    }

    private static Lineage of(Json.Obj members) {
        String from = members.get(FROM)
                .filter(Json.Str.class::isInstance)
                .map(Lineage::text)
                .orElse("");
        List<String> report = new ArrayList<>();
        if (members.get(REPORT).orElse(Json.Obj.EMPTY) instanceof Json.Arr(List<Json> lines)) {
            lines.stream().filter(Json.Str.class::isInstance).map(Lineage::text).forEach(report::add);
        }
        return new Lineage(from, report);
    }

    private static String text(Json json) {
        return ((Json.Str) json).value();
    }
}
