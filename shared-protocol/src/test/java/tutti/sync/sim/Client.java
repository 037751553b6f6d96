package tutti.sync.sim;

import java.util.Optional;
import tutti.sync.MemberId;
import tutti.sync.Outbox;
import tutti.sync.Replica;

/** A client's process as the book of facts knows it. */
interface Client {
    /** Also part of the id of each of its gestures, between two dashes. */
    String name();

    MemberId me();

    Disk disk();

    /** Whether its connection is welcomed. */
    boolean welcomed();

    /** Empty while the process is dead. */
    Optional<Replica> replica();

    default Outbox outbox() {
        return replica().orElseThrow().outbox();
    }
}
