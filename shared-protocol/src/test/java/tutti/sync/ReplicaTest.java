package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Chaos;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.edit.Refusal;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.wire.Codec;

@DisplayName("a replica")
class ReplicaTest {
    private final Desk desk = new Desk(Chaos.furnished());
    private final Hand hand = new Hand(desk, "A");

    @BeforeEach
    void base() {
        hand.welcome();
        hand.replica().disconnected();
        hand.sent();
    }

    private static List<Long> numbers(List<Edit> edits) {
        return edits.stream().map(Edit::n).toList();
    }

    @Test
    @DisplayName("shows a click at once, numbers it only when welcomed, and forces it before it sends it")
    void click() {
        hand.propose("g", Hand.on(true));
        assertTrue(hand.seesOn());
        assertEquals(List.of(), hand.outbox().numbered());
        assertEquals(1, hand.replica().view().waiting());
        hand.sent();
        hand.welcome();
        List<Class<?>> order =
                hand.acts().stream().<Class<?>>map(Object::getClass).toList();
        assertTrue(order.lastIndexOf(Act.Force.class) < order.indexOf(Act.Send.class), order.toString());
        assertTrue(order.indexOf(Act.Note.class) < order.lastIndexOf(Act.Force.class), order.toString());
        assertEquals(List.of(1L), numbers(hand.sent()));
    }

    @Test
    @DisplayName("keeps an edit in the view from the click until its row is there, whatever comes first")
    void held() {
        hand.welcome();
        hand.propose("g", Hand.on(true));
        desk.change("A", "g", Hand.on(true));
        hand.replica().disconnected();
        hand.hear(hand.hello(Continuity.SAME, 1));
        assertTrue(hand.seesOn());
        assertEquals(0, hand.replica().view().waiting());
        hand.rows();
        assertTrue(hand.seesOn());
        assertEquals(List.of(1L), numbers(hand.outbox().numbered()));
        hand.saved();
        assertEquals(List.of(), hand.outbox().numbered());
    }

    @Test
    @DisplayName("merges a drag until it is numbered, asks at most 15 times a second, and always says the last value")
    void drag() {
        hand.welcome();
        List<Edit> sent = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            hand.propose("drag", Hand.velocity(i));
            hand.pass(10);
            sent.addAll(hand.sent());
        }
        hand.letGo();
        sent.addAll(hand.sent());
        assertTrue(sent.size() >= 14 && sent.size() <= 17, "asked " + sent.size() + " times in a second");
        assertEquals(new Ask.Change(List.of(Hand.velocity(100))), sent.getLast().ask());
        assertEquals(LongStream.rangeClosed(1, sent.size()).boxed().toList(), numbers(sent));
    }

    @Test
    @DisplayName("merges offline edits of one property in one gesture only")
    void merges() {
        hand.propose("g", Hand.velocity(1), Hand.on(true));
        hand.propose("g", Hand.velocity(2));
        hand.propose("h", Hand.velocity(3));
        assertEquals(
                List.of(
                        new Draft(new GestureId("g"), new Ask.Change(List.of(Hand.velocity(2), Hand.on(true)))),
                        new Draft(new GestureId("h"), new Ask.Change(List.of(Hand.velocity(3))))),
                hand.outbox().waiting());
    }

    @Test
    @DisplayName("has at most 128 edits under way, and goes on when they are answered")
    void flight() {
        for (int i = 0; i < 300; i++) {
            hand.propose("g" + i, Hand.velocity(1 + i % 127));
        }
        hand.welcome();
        assertEquals(LongStream.rangeClosed(1, 128).boxed().toList(), numbers(hand.sent()));
        hand.settled(100);
        assertEquals(LongStream.rangeClosed(129, 228).boxed().toList(), numbers(hand.sent()));
        hand.hear(new ServerMessage.Paused("full"));
        hand.pass(1_000);
        assertEquals(List.of(), hand.sent());
        hand.welcome(150);
        assertEquals(LongStream.rangeClosed(151, 278).boxed().toList(), numbers(hand.sent()));
    }

    @Test
    @DisplayName("hands a refused gesture to its person in one notice, and does not offer to undo it")
    void refused() {
        hand.welcome();
        hand.propose("good", Hand.on(true));
        Mutation gone = Mutation.delete(new Root.OfTrack(new NodeId("nobody")));
        hand.propose("bad", gone);
        hand.letGo();
        hand.propose("bad", gone, Hand.velocity(1));
        hand.letGo();
        assertEquals(3, hand.sent().size());
        desk.change("A", "good", Hand.on(true));
        hand.rows();
        Refusal why = Refusal.of(Reason.MISSING);
        hand.settled(3, Verdict.of(2, Optional.of(why), List.of()), Verdict.of(3, Optional.of(why), List.of()));
        assertEquals(1, hand.told().size());
        Notice.Refused notice =
                assertInstanceOf(Notice.Refused.class, hand.told().getFirst());
        assertEquals(List.of(2L, 3L), numbers(notice.edits()));
        assertEquals(List.of(new GestureId("good")), hand.outbox().undo());
        assertEquals(0, hand.replica().view().waiting());
    }

    @Test
    @DisplayName("keeps a gesture on the undo list of which one edit was refused while another waits")
    void half() {
        hand.welcome();
        hand.propose("g", Mutation.delete(new Root.OfTrack(new NodeId("nobody"))));
        hand.propose("g", Hand.on(true));
        assertEquals(1, hand.sent().size());
        hand.settled(1, Verdict.of(1, Optional.of(Refusal.of(Reason.MISSING)), List.of()));
        assertEquals(List.of(new GestureId("g")), hand.outbox().undo());
    }

    @Test
    @DisplayName("says at once that an edit is too large, for no connection would carry it")
    void large() {
        Mutation name = Mutation.put(new Root.OfTrack(new NodeId("a")), TrackFields.NAME, "x".repeat(100));
        int many = Limits.EDIT_BYTES / new Codec().size(name) + 1;
        hand.propose("g", Collections.nCopies(many, name).toArray(Mutation[]::new));
        Notice.Refused notice =
                assertInstanceOf(Notice.Refused.class, hand.told().getFirst());
        assertEquals(Reason.TOO_LARGE, notice.refusal().reason());
        assertEquals(List.of(), hand.outbox().waiting());
        assertFalse(hand.replica().view().canUndo());
    }

    @Test
    @DisplayName("starts over when a row leaves a gap or does not continue the chain, and keeps what it had")
    void misfit() {
        hand.welcome();
        desk.change("B", "b", Hand.on(true));
        desk.change("B", "b", Hand.velocity(9));
        hand.hear(new ServerMessage.Rows(
                List.of(desk.rows().get(1).row()), desk.room().chain()));
        assertEquals(1, hand.all(Act.Reconnect.class).count());
        hand.hear(new ServerMessage.Rows(List.of(desk.rows().get(0).row()), Desk.BIRTH));
        assertEquals(2, hand.all(Act.Reconnect.class).count());
        assertEquals(0, hand.replica().view().seq());
        hand.rows();
        hand.rows();
        assertEquals(2, hand.replica().view().seq());
        assertEquals(desk.session(), hand.replica().view().session());
    }

    @Test
    @DisplayName("goes on under another outbox when the server has forgotten what it had settled")
    void wentBack() {
        hand.welcome();
        hand.propose("g1", Hand.on(true));
        hand.propose("g2", Hand.velocity(7));
        hand.propose("g3", Hand.velocity(8));
        hand.letGo();
        hand.sent();
        hand.settled(2);
        hand.replica().disconnected();
        hand.welcome(1);
        assertInstanceOf(Notice.WentBack.class, hand.told().getFirst());
        assertEquals(1, hand.all(Act.Renew.class).count());
        assertEquals(List.of(), hand.sent());
        hand.carry(hand.replica().renew(new OutboxId("fresh")));
        assertEquals(new OutboxId("fresh"), hand.outbox().id());
        assertEquals(2, hand.outbox().waiting().size());
        assertEquals(1, hand.all(Act.Reconnect.class).count());
        hand.sent();
        hand.welcome();
        assertEquals(List.of(1L, 2L), numbers(hand.sent()));
        assertEquals(8, hand.seesVelocity());
    }

    @Test
    @DisplayName("keeps a copy and says so when the server's history is another one")
    void different() {
        hand.welcome();
        desk.change("B", "b", Hand.on(true));
        hand.rows();
        hand.replica().disconnected();
        hand.hear(hand.hello(Continuity.DIFFERENT, 0));
        Notice.WentBack notice =
                assertInstanceOf(Notice.WentBack.class, hand.told().getFirst());
        assertTrue(Hand.STEP.get(notice.mine()).orElseThrow().on());
    }

    @Test
    @DisplayName("takes no snapshot larger than any document, keeps what it had, and begins anew")
    void endless() {
        hand.welcome();
        desk.change("B", "b", Hand.on(true));
        hand.rows();
        hand.hear(hand.hello(Continuity.UNKNOWN, 0));
        List<Part> parts = Collections.nCopies(200, Parts.of(desk.session()).getFirst());
        int pieces = Limits.DOCUMENT / (200 * new Codec().size(parts.getFirst()));
        ServerMessage.Snapshot piece = new ServerMessage.Snapshot(9, Desk.BIRTH, parts, false);
        for (int i = 0; i < pieces; i++) {
            hand.hear(piece);
        }
        assertEquals(0, hand.all(Act.Reconnect.class).count());
        hand.hear(piece);
        hand.snapshot();
        assertEquals(2, hand.all(Act.Reconnect.class).count());
        assertEquals(desk.session(), hand.replica().view().session());
        assertFalse(hand.replica().whole());
        hand.welcome();
        assertTrue(hand.replica().whole());
    }

    @Test
    @DisplayName("takes no more than it may keep waiting, be it a restore, an undo or a redo")
    void waiting() {
        hand.propose("g0", Hand.velocity(1));
        hand.welcome();
        hand.replica().disconnected();
        for (int i = 1; i <= Limits.WAITING; i++) {
            hand.propose("g" + i, Hand.velocity(1 + i % 127));
        }
        List<Draft> waiting = hand.outbox().waiting();
        assertEquals(Limits.WAITING, waiting.size());
        assertEquals(List.of(), hand.told());
        hand.restore("r", 0);
        assertEquals(List.of(new Notice.Full()), hand.told());
        hand.undo("u");
        assertEquals(Limits.WAITING - 1, hand.outbox().waiting().size());
        hand.restore("r", 0);
        assertEquals(Limits.WAITING, hand.outbox().waiting().size());
        assertEquals(List.of(new Notice.Full()), hand.told());
    }
}
