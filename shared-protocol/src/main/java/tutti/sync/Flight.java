package tutti.sync;

import java.util.ArrayDeque;
import java.util.Deque;

/** The numbered edits without an answer: how much more may be sent. Not thread-safe. */
final class Flight {
    private static final int SHELL_BYTES = 200;

    private record Item(long n, int size) {}

    private final Form form;
    private final Deque<Item> items = new ArrayDeque<>();
    private int bytes;

    Flight(Form form) {
        this.form = form;
    }

    void add(Edit edit) {
        Item item = new Item(edit.n(), size(edit.ask()));
        items.addLast(item);
        bytes += item.size();
    }

    void settle(long n) {
        while (!items.isEmpty() && items.peekFirst().n() <= n) {
            bytes -= items.removeFirst().size();
        }
    }

    void clear() {
        items.clear();
        bytes = 0;
    }

    /** Whether one more edit of that content may go; the first may whatever its size. */
    boolean takes(Ask ask) {
        return items.isEmpty() || (items.size() < Limits.FLIGHT_EDITS && bytes + size(ask) <= Limits.FLIGHT_BYTES);
    }

    /** Whether a frame can carry that as one edit. */
    static boolean fits(Form form, Ask ask) {
        return size(form, ask) <= Limits.EDIT_BYTES;
    }

    private int size(Ask ask) {
        return size(form, ask);
    }

    private static int size(Form form, Ask ask) {
        return switch (ask) {
            case Ask.Change change ->
                SHELL_BYTES + change.mutations().stream().mapToInt(form::size).sum();
            case Ask.Undo undo -> SHELL_BYTES + undo.of().text().length();
            case Ask.Restore _ -> SHELL_BYTES;
        };
    }
}
