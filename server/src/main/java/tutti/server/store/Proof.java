package tutti.server.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a session and sees that it is whole. */
final class Proof {
    private static final int PIECE_ROWS = 4_096;
    private static final long PIECE_BYTES = 4L * 1024 * 1024;

    private Proof() {}

    /**
     * Goes through what is new since it was {@code had}: the rows up to the head, the snapshot's parts; and through all
     * that is updated in place.
     *
     * @throws StoreDamaged naming the first thing that is not as it was written
     */
    static void of(ReadTables tables, ReadTables.Known known, Reached had) throws SQLException, StoreDamaged {
        String where = "session " + known.line().session().text();
        Past past = new Past(tables, known);
        Mark at = past.at(Math.max(had.seq(), past.birth()));
        for (List<Row> piece = past.after(at, PIECE_ROWS, PIECE_BYTES);
                !piece.isEmpty();
                piece = past.after(at, PIECE_ROWS, PIECE_BYTES)) {
            at = past.onward(piece.getLast().at());
        }
        Manifest newest = tables.manifest(known.number(), where);
        List<Manifest> replaced = tables.allEarlier(known.number(), had.earlier(), where);
        for (Manifest each : replaced) {
            mustHold(past, each, where);
        }
        mustHold(past, newest, where);
        for (Map.Entry<String, Manifest.Part> named :
                fresh(newest, replaced, had).values()) {
            Loader.part(tables, known.number(), named, where);
        }
        tables.outboxes(known.number(), where);
    }

    private static void mustHold(Past past, Manifest manifest, String where) throws SQLException, StoreDamaged {
        if (!past.holds(manifest.at())) {
            throw new StoreDamaged(where, "a snapshot of it is not on its chain");
        }
    }

    /** By number, the parts that are named by a manifest and were not looked at. */
    static SortedMap<Long, Map.Entry<String, Manifest.Part>> fresh(
            Manifest newest, List<Manifest> replaced, Reached had) {
        SortedMap<Long, Map.Entry<String, Manifest.Part>> fresh = new TreeMap<>();
        for (Manifest each : Stream.concat(replaced.stream(), Stream.of(newest)).toList()) {
            for (Map.Entry<String, Manifest.Part> named : each.parts().entrySet()) {
                if (named.getValue().number() >= had.parts()) {
                    fresh.put(named.getValue().number(), named);
                }
            }
        }
        return fresh;
    }
}
