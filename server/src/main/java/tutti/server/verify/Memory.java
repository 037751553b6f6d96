package tutti.server.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tutti.edit.Mutation.Put;
import tutti.edit.Property;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.Form;
import tutti.sync.Row;
import tutti.sync.Touch;
import tutti.sync.Trace;
import tutti.sync.Window;

/**
 * What the room knew of the past when it made a row: what undo is made of, and what a row says of it. Where a history
 * does not begin with its session, what lies before is not known here, and only said to be possible. Not thread-safe.
 */
final class Memory {
    private final Form form;
    private Window window;
    /** Rows up to this one may have been known to the room, and are not here. */
    private long dark;

    /** A history that begins after the row {@code seq}. */
    Memory(long seq, Form form) {
        this.form = form;
        window = Window.unpacked(seq, Chain.NONE, form);
        dark = seq;
    }

    /**
     * One row more.
     *
     * @param begins whether another chain begins behind it: for the room, the past begins with this row then
     */
    void add(Chained chained, boolean begins) {
        long before = chained.row().seq() - 1;
        if (begins || before != window.high()) {
            window = Window.unpacked(before, Chain.NONE, form);
            dark = begins ? 0 : before;
        }
        window.add(chained);
    }

    /** How the seqs that a row names for its properties differ from what was there, in words. */
    Optional<String> touch(Chained chained) {
        Row row = chained.row();
        return row.traces().stream()
                .flatMap(trace -> touch(row, trace).stream())
                .findFirst();
    }

    private Optional<String> touch(Row row, Trace trace) {
        Property property = trace.was().property();
        Optional<Long> known = window.touch(property).map(Touch::seq);
        boolean before =
                known.map(seq -> seq == trace.before()).orElse(trace.before() == 0 || reachable(trace.before()));
        if (!before) {
            return Optional.of("it says that " + property + " was set by row " + trace.before() + ", and it was by "
                    + known.map(seq -> "row " + seq).orElse("none that was known"));
        }
        return trace.after() == row.seq() || restored(row, trace)
                ? Optional.empty()
                : Optional.of("it says that the value of row " + trace.after() + " stands for " + property
                        + " again, and no row that was known put another there");
    }

    /** Whether a row of before may have been known, so that nothing can be said. */
    private boolean reachable(long seq) {
        return seq <= dark && window.low() - 1 <= dark;
    }

    /** Whether a known row put something over the value that this row puts back. */
    private boolean restored(Row row, Trace trace) {
        Property property = trace.was().property();
        Optional<Put<?, ?>> put =
                puts(row).filter(each -> each.property().equals(property)).reduce((one, later) -> later);
        if (put.isEmpty() || trace.after() >= row.seq()) {
            return false;
        }
        boolean seen = window.after(window.low() - 1).reversed().stream()
                .flatMap(each -> each.row().traces().stream())
                .anyMatch(each -> each.before() == trace.after() && each.was().equals(put.get()));
        return seen || (dark > 0 && window.low() - 1 <= dark);
    }

    private static Stream<Put<?, ?>> puts(Row row) {
        return row.mutations().stream()
                .flatMap(mutation -> mutation instanceof Put<?, ?> put ? Stream.of(put) : Stream.empty());
    }

    /** How the row that it names as the first of its gesture differs from the one that was, in words. */
    Optional<String> first(Chained chained) {
        Row row = chained.row();
        List<Row> known = window.rows(row.by(), row.gesture());
        long first = known.isEmpty() ? row.seq() : known.getFirst().first();
        boolean possible = known.isEmpty() && reachable(row.first());
        return row.first() == first || possible
                ? Optional.empty()
                : Optional.of("it says that its gesture began with row " + row.first() + ", and it did with " + first);
    }
}
