package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Chaos;
import tutti.edit.Refusal;
import tutti.edit.Refusal.Reason;

@DisplayName("undo and redo at a client")
class GesturesTest {
    private final Desk desk = new Desk(Chaos.furnished());
    private final Hand hand = new Hand(desk, "A");

    @BeforeEach
    void base() {
        hand.welcome();
        hand.replica().disconnected();
        hand.sent();
    }

    private static GestureId gesture(String text) {
        return new GestureId(text);
    }

    /** The desk takes what was sent, and the hand hears of it. */
    private void deliver() {
        for (Edit edit : hand.sent()) {
            desk.ask("A", edit.gesture().text(), edit.ask());
            hand.rows();
            hand.settled(edit.n());
        }
    }

    @Test
    @DisplayName("take out a gesture of which nothing is numbered, and put it back whole")
    void takenOut() {
        hand.propose("g", Hand.on(true));
        hand.propose("g", Hand.velocity(1));
        hand.undo("u");
        assertEquals(List.of(), hand.outbox().waiting());
        assertFalse(hand.seesOn());
        hand.redo("r");
        assertTrue(hand.seesOn());
        assertEquals(1, hand.seesVelocity());
        assertEquals(2, hand.outbox().waiting().size());
        assertEquals(List.of(gesture("g")), hand.outbox().undo());
    }

    @Test
    @DisplayName("put back after a restart what was taken out before it, in either direction")
    void takenOutBeforeRestart() {
        hand.propose("f", Hand.velocity(7));
        hand.propose("g", Hand.on(true));
        hand.propose("g", Hand.velocity(1));
        hand.undo("u");
        hand.restart();
        assertFalse(hand.seesOn());
        assertEquals(7, hand.seesVelocity());
        hand.redo("r");
        assertTrue(hand.seesOn());
        assertEquals(1, hand.seesVelocity());
        hand.undo("v");
        hand.restart();
        hand.undo("w");
        hand.restart();
        hand.redo("x");
        hand.redo("y");
        assertTrue(hand.seesOn());
        assertEquals(1, hand.seesVelocity());
        hand.welcome();
        deliver();
        assertTrue(hand.seesOn());
        assertEquals(List.of(), hand.outbox().waiting());
    }

    @Test
    @DisplayName("keep what was taken out no longer than it can be put back")
    void takenOutAndGivenUp() {
        hand.propose("g", Hand.on(true));
        hand.undo("u");
        assertEquals(1, hand.outbox().takenOut(gesture("g")).size());
        hand.propose("h", Hand.velocity(1));
        assertEquals(List.of(), hand.outbox().takenOut(gesture("g")));
    }

    @Test
    @DisplayName("ask the room once something is numbered, and show it at once")
    void asked() {
        hand.welcome();
        hand.propose("g", Hand.on(true));
        hand.undo("u");
        assertFalse(hand.seesOn());
        assertEquals(new Ask.Undo(gesture("g")), hand.sent().getLast().ask());
        hand.redo("r");
        assertTrue(hand.seesOn());
        assertEquals(new Ask.Undo(gesture("u")), hand.sent().getLast().ask());
    }

    @Test
    @DisplayName("walk back and forth through everything, gesture by gesture")
    void walk() {
        hand.welcome();
        for (int i = 1; i <= 5; i++) {
            hand.propose("g" + i, Hand.velocity(i));
            deliver();
        }
        for (int i = 4; i >= 1; i--) {
            hand.undo("u" + i);
            deliver();
            assertEquals(i, hand.seesVelocity());
        }
        for (int i = 2; i <= 5; i++) {
            hand.redo("r" + i);
            deliver();
            assertEquals(i, hand.seesVelocity());
        }
        assertFalse(hand.replica().view().canRedo());
        assertEquals(desk.session(), hand.replica().view().session());
    }

    @Test
    @DisplayName("give up redo when something new begins")
    void fresh() {
        hand.propose("g", Hand.on(true));
        hand.undo("u");
        assertTrue(hand.replica().view().canRedo());
        hand.propose("h", Hand.velocity(1));
        assertFalse(hand.replica().view().canRedo());
        hand.redo("r");
        assertEquals(1, hand.outbox().waiting().size());
    }

    @Test
    @DisplayName("do not push a refused undo on the other side")
    void refused() {
        hand.welcome();
        hand.propose("g", Hand.on(true));
        deliver();
        hand.undo("u");
        long n = hand.sent().getLast().n();
        assertTrue(hand.replica().view().canRedo());
        hand.settled(n, Verdict.of(n, Optional.of(Refusal.of(Reason.NOTHING)), List.of()));
        assertFalse(hand.replica().view().canRedo());
        assertFalse(hand.replica().view().canUndo());
        assertTrue(hand.seesOn());
    }

    @Test
    @DisplayName("work after a restart, though the rows are not known here any more")
    void restarted() {
        hand.welcome();
        hand.propose("g", Hand.on(true));
        deliver();
        hand.saved();
        hand.restart();
        assertTrue(hand.replica().view().canUndo());
        hand.undo("u");
        assertTrue(hand.seesOn(), "it cannot be known here what an undo will do");
        hand.hear(hand.hello(Continuity.SAME, 1));
        deliver();
        assertFalse(hand.seesOn());
    }

    @Test
    @DisplayName("take a gesture back whole of which a part is stored and a part waits, also after a restart")
    void partly() {
        hand.welcome();
        hand.propose("g", Hand.on(true));
        deliver();
        hand.saved();
        hand.replica().disconnected();
        hand.propose("g", Hand.velocity(1));
        hand.restart();
        hand.undo("u");
        hand.hear(hand.hello(Continuity.SAME, 1));
        deliver();
        assertFalse(hand.seesOn());
        assertEquals(100, hand.seesVelocity());
    }
}
