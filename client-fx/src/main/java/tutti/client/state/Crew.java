package tutti.client.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tutti.sync.Draft;
import tutti.sync.Outbox;
import tutti.sync.OutboxId;

/**
 * This window's outbox, and couriers: one for each further outbox that dead windows left with something to deliver. A
 * courier delivers under its own id and is gone then; until then what it carries shows in the view. One thread.
 */
final class Crew {
    private final SessionCore main;
    private final List<SessionCore> couriers;
    private List<Load> carried = List.of();

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

    /** What to publish: the main outbox's status, under whose edits lies what couriers carry. */
    Status status() {
        int waiting =
                couriers.stream().mapToInt(core -> core.replica().waiting()).sum();
        List<Load> loads = couriers.stream().map(Load::of).toList();
        if (!loads.equals(carried)) {
            carried = loads;
            main.replica().carry(couriers.stream().flatMap(Crew::undelivered).toList());
        }
        Status status = main.status();
        return waiting == 0 ? status : status.with(status.view().withMore(waiting));
    }

    /** What a courier has left; no edit is ever added, so the numbers tell whether it is the same. */
    private record Load(OutboxId outbox, long settled, int waiting) {
        static Load of(SessionCore courier) {
            Outbox outbox = courier.replica().outbox();
            return new Load(outbox.id(), outbox.settled(), courier.replica().waiting());
        }
    }

    private static Stream<Draft> undelivered(SessionCore courier) {
        Outbox outbox = courier.replica().outbox();
        Stream<Draft> numbered = outbox.numbered().stream()
                .filter(edit -> edit.n() > outbox.settled())
                .map(edit -> new Draft(edit.gesture(), edit.ask()));
        return Stream.concat(numbered, outbox.waiting().stream());
    }

    void close(long now) throws IOException {
        main.close(now);
        for (SessionCore courier : couriers) {
            courier.close(now);
        }
    }

    /** Ends all of it without saving, after a failure: whoever opens the session again finds every file free. */
    void letGo() {
        main.letGo();
        couriers.forEach(SessionCore::letGo);
    }
}
