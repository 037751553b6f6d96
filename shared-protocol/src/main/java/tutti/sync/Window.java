package tutti.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tutti.edit.Property;
import tutti.edit.Root;

/**
 * The longest tail of a session's rows that has at most {@link Limits#WINDOW_ROWS} rows and {@link Limits#WINDOW_BYTES}
 * bytes; a function of the rows alone. The newest rows are at hand, the others packed. Not thread-safe.
 */
public final class Window implements History {
    /**
     * How much it holds.
     *
     * @param atHand of the newest rows at least so many are not packed, if there are as many, and fewer than twice so
     */
    record Bounds(int rows, long bytes, int atHand) {
        private static final int AT_HAND = 64;

        static final Bounds USUAL = new Bounds(Limits.WINDOW_ROWS, Limits.WINDOW_BYTES, AT_HAND);
    }

    private final Form form;
    private final Bounds bounds;
    /** Rows before those at hand; the oldest of the oldest may have left already. */
    private final Deque<PackedRows> packed = new ArrayDeque<>();

    private final List<Chained> rows = new ArrayList<>();
    private final Touches touches = new Touches();
    /** The chain before the rows at hand. */
    private Chain before;

    private Chain head;
    private long low;
    private long high;
    private long bytes;

    /** An empty window after the row {@code seq}, at which the chain is {@code chain}. */
    public Window(long seq, Chain chain, Form form) {
        this(seq, chain, form, Bounds.USUAL);
    }

    /** One of which all rows are at hand: for who asks for old ones all the time, and not in many sessions at once. */
    public static Window unpacked(long seq, Chain chain, Form form) {
        return new Window(seq, chain, form, new Bounds(Limits.WINDOW_ROWS, Limits.WINDOW_BYTES, Limits.WINDOW_ROWS));
    }

    Window(long seq, Chain chain, Form form, Bounds bounds) {
        this.low = seq + 1;
        this.high = seq;
        this.before = chain;
        this.head = chain;
        this.form = form;
        this.bounds = bounds;
    }

    /** Takes the next row and lets go of the oldest that no longer fit. */
    public void add(Chained chained) {
        if (chained.row().seq() != high + 1) {
            throw new IllegalArgumentException("row " + chained.row().seq() + " after " + high);
        }
        high++;
        head = chained.chain();
        rows.add(chained);
        touches.add(chained.row());
        bytes += chained.text().length();
        while (high - low >= bounds.rows() || bytes > bounds.bytes()) {
            removeOldest();
        }
        if (rows.size() >= 2 * bounds.atHand()) {
            pack();
        }
    }

    private void removeOldest() {
        if (packed.isEmpty()) {
            bytes -= rows.getFirst().text().length();
            putAway(1);
        } else {
            bytes -= packed.getFirst().length(low);
        }
        low++;
        if (!packed.isEmpty() && packed.getFirst().last() < low) {
            packed.removeFirst();
        }
        if (low % bounds.atHand() == 0) {
            touches.sweep(low);
        }
    }

    private void pack() {
        packed.add(PackedRows.of(rows.subList(0, bounds.atHand()), before));
        putAway(bounds.atHand());
    }

    private void putAway(int count) {
        List<Chained> oldest = rows.subList(0, count);
        before = oldest.getLast().chain();
        oldest.forEach(chained -> touches.putAway(chained.row()));
        oldest.clear();
    }

    /** The chain at the newest row. */
    public Chain chain() {
        return head;
    }

    /** The chain at the row {@code seq}, if the window knows it: from one before the oldest row to the newest. */
    public Optional<Chain> chain(long seq) {
        if (seq < low - 1 || seq > high) {
            return Optional.empty();
        }
        long place = seq - (high - rows.size()) - 1;
        if (place >= 0) {
            return Optional.of(rows.get((int) place).chain());
        }
        return place == -1
                ? Optional.of(before)
                : packed.stream()
                        .filter(block -> block.last() >= seq)
                        .findFirst()
                        .map(block -> block.chain(seq));
    }

    /** How a client's chain at its seq fits. */
    Continuity continuity(long seq, Chain theirs) {
        if (theirs.equals(Chain.NONE) || seq < low - 1) {
            return Continuity.UNKNOWN;
        }
        return chain(seq).filter(theirs::equals).isPresent() ? Continuity.SAME : Continuity.DIFFERENT;
    }

    /** The newest row that the window holds. */
    public Optional<Chained> newest() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
    }

    /** The rows after {@code seq}; all that are here if that lies before the window. */
    public List<Chained> after(long seq) {
        List<Chained> tail = new ArrayList<>();
        long from = Math.max(seq, low - 1);
        for (PackedRows block : packed) {
            if (block.last() > from) {
                tail.addAll(block.after(from, form));
            }
        }
        long known = Math.clamp(from - (high - rows.size()), 0, rows.size());
        tail.addAll(rows.subList((int) known, rows.size()));
        return List.copyOf(tail);
    }

    @Override
    public long low() {
        return low;
    }

    @Override
    public long high() {
        return high;
    }

    @Override
    public OptionalLong first(MemberId member, GestureId gesture) {
        List<Row> newest = touches.rows(member, gesture);
        Iterator<PackedRows> blocks = packed.descendingIterator();
        if (newest.isEmpty() && blocks.hasNext()) {
            PackedRows.Deed deed = PackedRows.Deed.of(member, gesture);
            while (newest.isEmpty() && blocks.hasNext()) {
                newest = blocks.next().rows(deed, low, form);
            }
        }
        return newest.stream().mapToLong(Row::first).findFirst();
    }

    @Override
    public List<Row> rows(MemberId member, GestureId gesture) {
        List<Row> all = new ArrayList<>();
        if (!packed.isEmpty()) {
            PackedRows.Deed deed = PackedRows.Deed.of(member, gesture);
            packed.forEach(block -> all.addAll(block.rows(deed, low, form)));
        }
        all.addAll(touches.rows(member, gesture));
        return all;
    }

    @Override
    public Optional<Touch> touch(Property property) {
        return touches.touch(property).filter(touch -> touch.by() >= low);
    }

    @Override
    public boolean forgotten(Root<?> root, long seq) {
        return touches.forgotten(root) > Math.max(seq, low - 1);
    }

    @Override
    public Optional<MemberId> stranger(Root<?> root, long seq, MemberId member) {
        return touches.stranger(root, Math.max(seq, low - 1), member);
    }
}
