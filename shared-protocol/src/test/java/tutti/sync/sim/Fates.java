package tutti.sync.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tutti.sync.Ask;
import tutti.sync.Edit;
import tutti.sync.Row;

/** What became of a window's edits: laid beside the rows that there are. */
final class Fates {
    private final Map<Long, Long> rowOf = new TreeMap<>();
    private final Deque<Row> left;

    /** Lays edits, in order of number, beside rows, in order of seq; an edit that has none is passed over. */
    Fates(Iterable<Edit> edits, List<Row> rows) {
        left = new ArrayDeque<>(rows);
        edits.forEach(this::lay);
    }

    private void lay(Edit edit) {
        while (!left.isEmpty() && fits(edit, left.peekFirst())) {
            rowOf.put(edit.n(), left.removeFirst().seq());
            if (edit.ask() instanceof Ask.Change) {
                return;
            }
        }
    }

    private static boolean fits(Edit edit, Row row) {
        boolean same = row.gesture().equals(edit.gesture());
        return switch (edit.ask()) {
            case Ask.Change change -> same && row.mutations().equals(change.mutations());
            case Ask.Undo _, Ask.Restore _ -> same;
        };
    }

    /** The last row of an edit. */
    Optional<Long> row(long n) {
        return Optional.ofNullable(rowOf.get(n));
    }

    /** At the end: every edit is applied once or refused with its reason, and there is no row beside. */
    void finish(String who, Set<Long> numbers, Set<Long> refused) {
        for (long n : numbers) {
            boolean applied = rowOf.containsKey(n);
            Broken.unless(applied || refused.contains(n), who + ": edit " + n + " is missing, and nobody was told why");
            Broken.unless(!applied || !refused.contains(n), who + ": edit " + n + " was refused and applied");
        }
        Broken.unless(left.isEmpty(), who + ": row " + left.peekFirst() + " belongs to no edit, or to one twice");
    }
}
