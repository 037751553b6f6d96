package tutti.client.state;

import java.util.ArrayList;
import java.util.List;
import tutti.sync.Notice;

/** The notices that the person has not put away, of all outboxes of this window. One thread. */
final class Bulletin {
    private final List<Told> told = new ArrayList<>();
    private List<Told> shown = List.of();
    private long count;

    /** Says it; what was said in the same words before is not said twice. */
    void tell(Notice notice) {
        told.removeIf(one -> one.notice().equals(notice));
        told.add(new Told(++count, notice));
        if (told.size() > Limits.NOTICES) {
            told.removeFirst();
        }
        shown = List.copyOf(told);
    }

    /** The server took this window in: what it said of not doing so holds no more. */
    void welcomed() {
        told.removeIf(one -> one.notice() instanceof Notice.Paused || one.notice() instanceof Notice.Rejected);
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
