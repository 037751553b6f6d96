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
import tutti.edit.Mutation;
import tutti.edit.Refusal;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.TrackFields;

@DisplayName("undo and redo at a client")
class GesturesTest {
    private static final Root.OfTrack TRACK = new Root.OfTrack(Hand.STEP.track());

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

    private static Mutation mute(boolean on) {
        return Mutation.put(TRACK, TrackFields.MUTE, on);
    }

    private boolean muted() {
        return TRACK.get(hand.replica().view().session()).orElseThrow().mute();
    }

    @Test
    @DisplayName("pass over mutes, which are played and not written: undo takes back what was written before them")
    void mutes() {
        hand.welcome();
        hand.propose("g", Hand.on(true));
        hand.propose("m", mute(true));
        deliver();
        assertEquals(List.of(gesture("g")), hand.outbox().undo());
        hand.undo("u");
        hand.propose("n", mute(false));
        hand.propose("o", mute(true));
        deliver();
        assertFalse(hand.seesOn());
        assertTrue(muted());
        hand.redo("r");
        deliver();
        assertTrue(hand.seesOn(), "a mute gives up no redo");
        assertTrue(muted());
    }

    @Test
    @DisplayName("a cancelled one leaves what others wrote meanwhile, and nothing to undo or redo")
    void cancelled() {
        hand.welcome();
        hand.propose("f", Hand.velocity(7));
        hand.letGo();
        hand.propose("g", Hand.on(true), Hand.velocity(50));
        hand.letGo();
        deliver();
        desk.change("B", "b", Hand.velocity(90));
        hand.rows();
        hand.cancel("g", "c");
        assertFalse(hand.seesOn(), "at once");
        deliver();
        assertFalse(hand.seesOn());
        assertEquals(90, hand.seesVelocity());
        assertEquals(List.of(gesture("f")), hand.outbox().undo());
        assertFalse(hand.replica().view().canRedo());
        assertEquals(desk.session(), hand.replica().view().session());
    }

    @Test
    @DisplayName("a cancelled one of which nothing was sent is never sent")
    void cancelledInTime() {
        hand.propose("g", Hand.on(true));
        hand.cancel("g", "c");
        hand.cancel("g", "d");
        assertFalse(hand.seesOn());
        assertEquals(List.of(), hand.outbox().waiting());
        assertFalse(hand.replica().view().canUndo() || hand.replica().view().canRedo());
    }

    @Test
    @DisplayName("say where an undo did something: at once, or with its rows when nothing else can tell")
    void trails() {
        assertEquals(Trail.NONE, hand.replica().view().trail());
        hand.welcome();
        hand.propose("g", Hand.on(true));
        deliver();
        hand.undo("u");
        assertEquals(
                new Trail(gesture("u"), List.of(Hand.STEP)),
                hand.replica().view().trail());
        hand.redo("r");
        deliver();
        assertEquals(
                new Trail(gesture("r"), List.of(Hand.STEP)),
                hand.replica().view().trail());
        hand.saved();
        hand.restart();
        hand.undo("v");
        assertEquals(List.of(), hand.replica().view().trail().places());
        hand.hear(hand.hello(Continuity.SAME, 3));
        deliver();
        assertEquals(
                new Trail(gesture("v"), List.of(Hand.STEP)),
                hand.replica().view().trail());
    }
}
