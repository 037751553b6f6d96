package tutti.client.state;

import java.util.ArrayList;
import java.util.List;
import tutti.sync.Notice;

/** The notices that the person has not put away, of all outboxes of this window. One thread. */
final class Bulletin {
    private final List<Told> told = new ArrayList<>();
    private List<Told> shown = List.of();
    private long count;

    void tell(Notice notice) {
        told.add(new Told(++count, notice));
        if (told.size() > Limits.NOTICES) {
            told.removeFirst();
        }
        shown = List.copyOf(told);
    }

    void dismiss(long id) {
        told.removeIf(one -> one.id() == id);
        shown = List.copyOf(told);
    }

    List<Told> shown() {
        return shown;
    }
}
