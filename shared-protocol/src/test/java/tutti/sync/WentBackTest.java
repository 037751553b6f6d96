package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Chaos;
import tutti.edit.Parts;

@DisplayName("a replica whose server went back, and knows all that it had answered,")
class WentBackTest {
    /** A row that the server has lost. */
    private static final long LOST = 1_000;

    private final Desk desk = new Desk(Chaos.furnished());
    private final Hand hand = new Hand(desk, "A");

    @Test
    @DisplayName("waits for no row that was lost: later answers count all the same")
    void rowsLost() {
        hand.welcome();
        hand.propose("g1", Hand.on(true));
        hand.letGo();
        hand.hear(new ServerMessage.Settled(1, LOST, List.of()));
        hand.replica().disconnected();
        hand.sent();
        hand.welcome(1);
        assertInstanceOf(Notice.WentBack.class, hand.told().getFirst());
        assertEquals(0, hand.all(Act.Renew.class).count());
        assertFalse(hand.seesOn(), "it was answered, and its row is lost");
        hand.propose("g2", Hand.velocity(7));
        hand.letGo();
        assertEquals(List.of(2L), hand.sent().stream().map(Edit::n).toList());
        desk.change("A", "g2", Hand.velocity(7));
        hand.rows();
        hand.settled(2);
        desk.change("B", "b", Hand.velocity(9));
        hand.rows();
        assertEquals(9, hand.seesVelocity(), "what is answered lies on nobody else's edit");
        hand.saved();
        assertEquals(List.of(), hand.outbox().numbered());
    }

    @Test
    @DisplayName("drops from its file what was answered, once a document of the server's is saved")
    void unsaved() {
        hand.welcome();
        hand.propose("g1", Hand.on(true));
        hand.letGo();
        hand.hear(new ServerMessage.Snapshot(LOST, desk.room().chain(), Parts.of(desk.session()), true));
        hand.hear(new ServerMessage.Settled(1, LOST, List.of()));
        hand.replica().disconnected();
        hand.welcome(1);
        assertEquals(0, hand.all(Act.Renew.class).count());
        hand.saved();
        assertEquals(List.of(), hand.outbox().numbered());
    }
}
