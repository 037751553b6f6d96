package tutti.client.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tutti.edit.Outcome;
import tutti.edit.Reducer;
import tutti.model.Session;
import tutti.sync.Ask;
import tutti.sync.Draft;
import tutti.sync.Edit;
import tutti.sync.Outbox;
import tutti.sync.View;

/**
 * This window's outbox, and couriers: one for each further outbox that dead windows left with something to deliver. A
 * courier delivers under its own id and is gone then; until then what it carries shows in the view. One thread.
 */
final class Crew {
    private final SessionCore main;
    private final List<SessionCore> couriers;

    Crew(SessionCore main, List<SessionCore> couriers) {
        this.main = main;
        this.couriers = new ArrayList<>(couriers);
    }

    SessionCore main() {
        return main;
    }

    long nextTick(long now) {
        return couriers.stream().mapToLong(core -> core.nextTick(now)).reduce(main.nextTick(now), Math::min);
    }

    void tick(long now) throws IOException {
        main.tick(now);
        for (SessionCore courier : List.copyOf(couriers)) {
            courier.tick(now);
            if (courier.delivered()) {
                courier.discard();
                couriers.remove(courier);
            }
        }
    }

    /** What to publish: the main outbox's status, with what couriers carry on top. */
    Status status() {
        Status status = main.status();
        if (couriers.isEmpty()) {
            return status;
        }
        View view = status.view();
        Session session = view.session();
        int waiting = view.waiting();
        for (SessionCore courier : couriers) {
            session = carried(session, courier.replica().outbox());
            waiting += courier.replica().view().waiting();
        }
        View seen =
                new View(session, view.seq(), waiting, view.canUndo(), view.canRedo(), view.welcomed(), view.trail());
        return status.with(seen);
    }

    private static Session carried(Session session, Outbox outbox) {
        Session next = session;
        for (Edit edit : outbox.numbered()) {
            next = edit.n() > outbox.settled() ? folded(next, edit.ask()) : next;
        }
        for (Draft draft : outbox.waiting()) {
            next = folded(next, draft.ask());
        }
        return next;
    }

    private static Session folded(Session session, Ask ask) {
        return ask instanceof Ask.Change change
                        && Reducer.reduce(session, change.mutations()) instanceof Outcome.Changed changed
                ? changed.next()
                : session;
    }

    void close(long now) throws IOException {
        main.close(now);
        for (SessionCore courier : couriers) {
            courier.close(now);
        }
    }
}
