package tutti.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tutti.edit.Property;
import tutti.edit.Root;

/**
 * The longest tail of a session's rows that has at most {@link Limits#WINDOW_ROWS} rows and {@link Limits#WINDOW_BYTES}
 * bytes; a function of the rows alone. Not thread-safe.
 */
public final class Window implements History {
    private final SequencedMap<Long, Chained> rows = new LinkedHashMap<>();
    private final Touches touches = new Touches();
    private long high;
    private Chain before;
    private Chain head;
    private long bytes;

    /** An empty window after the row {@code seq}, at which the chain is {@code chain}. */
    public Window(long seq, Chain chain) {
        this.high = seq;
        this.before = chain;
        this.head = chain;
    }

    /** Takes the next row and lets go of the oldest that no longer fit. */
    public void add(Chained chained) {
        if (chained.row().seq() != high + 1) {
            throw new IllegalArgumentException("row " + chained.row().seq() + " after " + high);
        }
        high++;
        head = chained.chain();
        rows.put(high, chained);
        touches.add(chained.row());
        bytes += chained.text().length();
        while (rows.size() > Limits.WINDOW_ROWS || bytes > Limits.WINDOW_BYTES) {
            Chained oldest = rows.pollFirstEntry().getValue();
            touches.remove(oldest.row());
            before = oldest.chain();
            bytes -= oldest.text().length();
        }
    }

    /** The chain at the newest row. */
    public Chain chain() {
        return head;
    }

    /** The chain at the row {@code seq}, if the window knows it: from one before the oldest row to the newest. */
    public Optional<Chain> chain(long seq) {
        if (seq == low() - 1) {
            return Optional.of(before);
        }
        return Optional.ofNullable(rows.get(seq)).map(Chained::chain);
    }

    /** How a client's chain at its seq fits. */
    Continuity continuity(long seq, Chain theirs) {
        if (theirs.equals(Chain.NONE) || seq < low() - 1) {
            return Continuity.UNKNOWN;
        }
        return chain(seq).filter(theirs::equals).isPresent() ? Continuity.SAME : Continuity.DIFFERENT;
    }

    /** The newest row that the window holds. */
    public Optional<Chained> newest() {
        return Optional.ofNullable(rows.lastEntry()).map(Map.Entry::getValue);
    }

    /** The rows after {@code seq}; all that are here if that lies before the window. */
    public List<Chained> after(long seq) {
        List<Chained> tail = new ArrayList<>();
        for (Chained chained : rows.sequencedValues().reversed()) {
            if (chained.row().seq() <= seq) {
                break;
            }
            tail.add(chained);
        }
        return List.copyOf(tail.reversed());
    }

    @Override
    public long low() {
        return high - rows.size() + 1;
    }

    @Override
    public long high() {
        return high;
    }

    @Override
    public List<Row> rows(MemberId member, GestureId gesture) {
        return touches.rows(member, gesture);
    }

    @Override
    public Optional<Touch> touch(Property property) {
        return touches.touch(property);
    }

    @Override
    public boolean forgotten(Root<?> root, long seq) {
        return touches.forgotten(root) > seq;
    }

    @Override
    public Optional<MemberId> stranger(Root<?> root, long seq, MemberId member) {
        for (Chained chained : rows.sequencedValues().reversed()) {
            Row row = chained.row();
            if (row.seq() <= seq) {
                return Optional.empty();
            }
            if (!row.by().equals(member) && Writing.enters(row, root)) {
                return Optional.of(row.by());
            }
        }
        return Optional.empty();
    }
}
