package tutti.server.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;

/** One session's rows, verified while they are read: no gap, and every chain follows from the one before. */
final class Past {
    private final ReadTables tables;
    private final long session;
    private final String where;
    private final Mark head;
    private final NavigableMap<Long, Chain> starts;

    Past(ReadTables tables, ReadTables.Known known) throws SQLException, StoreDamaged {
        this.tables = tables;
        this.session = known.number();
        this.where = "session " + known.line().session().text();
        this.head = known.line().at();
        this.starts = tables.starts(session);
        if (starts.floorKey(head.seq()) == null) {
            throw damage("its chain has no beginning");
        }
    }

    /** The newest place. */
    Mark head() {
        return head;
    }

    /** The seq before the first row. */
    long birth() {
        return starts.firstKey();
    }

    /** Where the chain that ends at the head began. */
    Mark start() {
        var start = starts.floorEntry(head.seq());
        return new Mark(start.getKey(), start.getValue());
    }

    /**
     * The place at {@code seq}, between birth and head. A chain that began there counts before the row that led there.
     */
    Mark at(long seq) throws SQLException, StoreDamaged {
        Chain start = starts.get(seq);
        if (start != null) {
            return new Mark(seq, start);
        }
        return row(seq);
    }

    /** The place that the next row follows: {@code at}, or the beginning of another chain there. */
    Mark onward(Mark at) {
        Chain begins = starts.get(at.seq());
        return begins == null ? at : new Mark(at.seq(), begins);
    }

    /** Where chains of it began, by seq. */
    SortedMap<Long, Chain> starts() {
        return Collections.unmodifiableSortedMap(starts);
    }

    /** Whether a chain begins at {@code seq}. */
    boolean begins(long seq) {
        return starts.containsKey(seq);
    }

    /** Whether this place is on the chain; where a chain began anew, both its end and the beginning are. */
    boolean holds(Mark place) throws SQLException, StoreDamaged {
        long seq = place.seq();
        if (seq < birth() || seq > head.seq()) {
            return false;
        }
        return at(seq).equals(place) || (begins(seq) && seq > birth() && row(seq).equals(place));
    }

    private Mark row(long seq) throws SQLException, StoreDamaged {
        return page(seq, seq).getFirst().at();
    }

    /** All rows after {@code after}, up to {@code last}, which follow one another from {@code from} on. */
    private Mark verify(Mark from, List<Row> rows) throws StoreDamaged {
        Mark at = from;
        for (Row row : rows) {
            if (!row.follows(at)) {
                throw new StoreDamaged(where + ", row " + row.seq(), "it does not fit its chain");
            }
            at = onward(row.at());
        }
        return at;
    }

    /**
     * Rows up to the head: all after {@code must}, and the longest tail that the window takes.
     *
     * @throws StoreDamaged if one is missing or does not fit, or the head or {@code must} is not on the chain
     */
    List<Row> tail(Mark must, Window window) throws SQLException, StoreDamaged {
        List<Row> rows = collect(must.seq(), window);
        Mark from = at(head.seq() - rows.size());
        if (!verify(from, rows).equals(head)) {
            throw damage("its head is not where its rows end");
        }
        if (!holds(must)) {
            throw damage("its snapshot is not on its chain");
        }
        return rows;
    }

    private List<Row> collect(long must, Window window) throws SQLException, StoreDamaged {
        Deque<Row> rows = new ArrayDeque<>();
        long bytes = 0;
        boolean open = true;
        for (long to = head.seq(); to > birth() && (open || to > must); to -= Limits.PAGE) {
            for (Row row : page(Math.max(birth() + 1, to - Limits.PAGE + 1), to).reversed()) {
                bytes += row.bytes().size();
                open = open && rows.size() < window.rows() && bytes <= window.bytes();
                if (open || row.seq() > must) {
                    rows.addFirst(row);
                }
            }
        }
        return new ArrayList<>(rows);
    }

    /** Rows after {@code from}, within both bounds, but at least one if there is one. */
    List<Row> after(Mark from, int maxRows, long maxBytes) throws SQLException, StoreDamaged {
        List<Row> rows = new ArrayList<>();
        long bytes = 0;
        for (long next = from.seq() + 1; next <= head.seq(); next += Limits.PAGE) {
            for (Row row : page(next, Math.min(head.seq(), next + Limits.PAGE - 1))) {
                bytes += row.bytes().size();
                if (!rows.isEmpty() && (bytes > maxBytes || rows.size() >= maxRows)) {
                    verify(from, rows);
                    return rows;
                }
                rows.add(row);
            }
        }
        if (!verify(from, rows).equals(head)) {
            throw damage("its head is not where its rows end");
        }
        return rows;
    }

    /** The newest rows up to {@code last}, within both bounds, but at least one if there is one. */
    Stretch before(long last, int maxRows, long maxBytes, Mark newest) throws SQLException, StoreDamaged {
        Deque<Row> rows = new ArrayDeque<>();
        long bytes = 0;
        for (long to = last; to > birth() && to > last - maxRows; to -= Limits.PAGE) {
            long first = Math.max(Math.max(birth(), last - maxRows) + 1, to - Limits.PAGE + 1);
            for (Row row : page(first, to).reversed()) {
                bytes += row.bytes().size();
                if (!rows.isEmpty() && bytes > maxBytes) {
                    return stretch(List.copyOf(rows), last, newest);
                }
                rows.addFirst(row);
            }
        }
        return stretch(List.copyOf(rows), last, newest);
    }

    private Stretch stretch(List<Row> rows, long last, Mark newest) throws SQLException, StoreDamaged {
        Mark from = at(last - rows.size());
        verify(from, rows);
        return new Stretch.Rows(from, rows, newest);
    }

    private List<Row> page(long first, long last) throws SQLException, StoreDamaged {
        List<Row> rows = tables.rows(session, first, last, where);
        for (int i = 0; i <= last - first; i++) {
            if (i >= rows.size() || rows.get(i).seq() != first + i) {
                throw new StoreDamaged(where + ", row " + (first + i), "it is missing");
            }
        }
        return rows;
    }

    private StoreDamaged damage(String what) {
        return new StoreDamaged(where, what);
    }
}
