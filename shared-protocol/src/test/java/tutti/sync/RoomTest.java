package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.edit.Chaos;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.edit.Weights;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;
import tutti.wire.Codec;

@DisplayName("a room")
class RoomTest {
    private final Desk desk = new Desk(Chaos.furnished());

    private static Input joined(long connection, String who) {
        return new Input.Joined(connection, Desk.member(who), Desk.outbox(who), 0, Chain.NONE);
    }

    private static Input asked(long connection, long n) {
        Mutation tempo = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 10_000 + (int) n);
        return new Input.Asked(connection, new Edit(n, new GestureId("g" + n), new Ask.Change(List.of(tempo))));
    }

    private static List<ServerMessage.Settled> settled(List<Effect> effects, long connection) {
        List<ServerMessage.Settled> all = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Settle settle && settle.connection() == connection) {
                all.add(settle.settled());
            }
        }
        return all;
    }

    private static boolean closes(List<Effect> effects, long connection, CloseReason reason) {
        return effects.contains(new Effect.Close(connection, reason));
    }

    @Test
    @DisplayName("says nothing before its batch is durable, and then rows, answers and welcomes in this order")
    void order() {
        desk.step(joined(1, "A"));
        List<Effect> effects = desk.room().step(List.of(asked(1, 1), joined(2, "B")), 5, 0);
        assertInstanceOf(Effect.Append.class, effects.getFirst());
        assertEquals(1, effects.size());
        assertThrows(IllegalStateException.class, () -> desk.room().step(List.of(), 6, 0));
        List<Effect> after = desk.room().committed();
        assertInstanceOf(Effect.Spread.class, after.get(0));
        assertInstanceOf(Effect.Settle.class, after.get(1));
        assertInstanceOf(Effect.Greet.class, after.get(2));
        assertEquals(3, after.size());
    }

    @Test
    @DisplayName("takes exactly the next number: not the one after, and none twice")
    void numbers() {
        desk.step(joined(1, "A"));
        assertEquals(List.of(), settled(desk.step(asked(1, 2)), 1));
        assertEquals(1, settled(desk.step(asked(1, 1)), 1).getFirst().n());
        assertEquals(List.of(), settled(desk.step(asked(1, 1)), 1));
        assertEquals(1, desk.room().seq());
        assertEquals(
                4,
                settled(desk.step(asked(1, 2), asked(1, 3), asked(1, 2), asked(1, 4), asked(1, 6)), 1)
                        .getFirst()
                        .n());
        assertEquals(4, desk.room().seq());
    }

    @Test
    @DisplayName("closes 1013 on a number more than 128 ahead of what is settled, and not on one less")
    void breach() {
        desk.step(joined(1, "A"));
        assertEquals(List.of(), desk.step(asked(1, Limits.FLIGHT_EDITS)));
        assertTrue(closes(desk.step(asked(1, Limits.FLIGHT_EDITS + 1)), 1, CloseReason.BREACH));
        assertEquals(List.of(), desk.step(asked(1, 1)));
    }

    @Test
    @DisplayName("lets a second connection of an outbox replace the first, whose later edits are not taken")
    void replaced() {
        desk.step(joined(1, "A"));
        List<Effect> effects = desk.step(asked(1, 1), joined(2, "A"), asked(1, 2), asked(2, 2));
        assertTrue(closes(effects, 1, CloseReason.REPLACED));
        assertEquals(List.of(), settled(effects, 1));
        Greeting greeting = greeting(effects);
        assertEquals(2, greeting.connection());
        assertEquals(2, greeting.settled());
        assertEquals(2, desk.room().seq());
        assertEquals(
                3, settled(desk.step(asked(1, 3), asked(2, 3)), 2).getFirst().n());
    }

    @Test
    @DisplayName("keeps every verdict for the next welcome, over a restart too")
    void verdicts() {
        Ask bad = new Ask.Change(List.of(Mutation.delete(new Root.OfTrack(new NodeId("nobody")))));
        assertEquals(Reason.MISSING, reason(desk.ask("A", "g", bad)));
        desk.restart();
        Effect.Greet greet =
                assertInstanceOf(Effect.Greet.class, desk.step(joined(1, "A")).getFirst());
        assertEquals(1, greet.greeting().settled());
        assertEquals(1, greet.greeting().verdicts().getFirst().n());
    }

    @Test
    @DisplayName("tells a newcomer who muted what is muted now, over a restart and an undo too")
    void muted() {
        List.of("b", "c", "d").forEach(id -> desk.change("A", "set", track(id)));
        desk.change("A", "a1", mute("a", true), mute("b", true), mute("c", true));
        desk.change("B", "b1", mute("a", false));
        desk.change("B", "b2", mute("b", true), mute("d", true));
        desk.change("A", "a2", Mutation.delete(new Root.OfTrack(new NodeId("d"))));
        List<Muted> all = List.of(muted("b", "B"), muted("c", "A"));
        assertEquals(all, greeting(joined(1, "C")).muted());
        desk.restart();
        assertEquals(all, greeting(joined(2, "C")).muted());
        desk.undo("B", "u", "b1");
        assertEquals(
                List.of(muted("a", "B"), all.get(0), all.get(1)),
                greeting(joined(3, "C")).muted());
    }

    private static Mutation track(String id) {
        return new Mutation.Insert<>(new Root.OfTrack(new NodeId(id)), List.of(TrackFields.POSITION.of("V." + id)));
    }

    private static Mutation mute(String track, boolean on) {
        return Mutation.put(new Root.OfTrack(new NodeId(track)), TrackFields.MUTE, on);
    }

    private static Muted muted(String track, String by) {
        return new Muted(new NodeId(track), Desk.member(by));
    }

    private Greeting greeting(Input joined) {
        return greeting(desk.step(joined));
    }

    private static Greeting greeting(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Greet.class::isInstance)
                .map(effect -> ((Effect.Greet) effect).greeting())
                .findFirst()
                .orElseThrow();
    }

    private static Reason reason(Optional<Verdict> verdict) {
        return verdict.flatMap(Verdict::refusal).orElseThrow().reason();
    }

    @Test
    @DisplayName("answers a post of a number that is not next with what is settled, and does not take it")
    void posted() {
        Edit edit = new Edit(3, new GestureId("g"), new Ask.Change(List.of()));
        List<Effect> effects = desk.step(new Input.Posted(9, Desk.member("A"), Desk.outbox("A"), edit));
        assertEquals(List.of(new Effect.Answer(9, 0, false, 0, Optional.empty())), effects);
    }

    @Test
    @DisplayName("refuses what only it may do, what is too much, and all when it is frozen")
    void refuses() {
        Root.OfTrack track = new Root.OfTrack(new NodeId("a"));
        desk.change("A", "g", Mutation.delete(track));
        assertEquals(Reason.FORGET, reason(desk.ask("A", "g", new Ask.Change(List.of(new Mutation.Forget(track))))));
        Mutation name = Mutation.put(track, TrackFields.NAME, "x".repeat(100));
        int many = Limits.EDIT_BYTES / new Codec().size(name) + 1;
        assertEquals(Reason.TOO_LARGE, reason(desk.ask("A", "g", new Ask.Change(Collections.nCopies(many, name)))));
        desk.change("A", "g", Collections.nCopies(many - 1, name).toArray(Mutation[]::new));
        Desk frozen = new Desk(SessionFields.FROZEN.with(Session.BLANK, true));
        assertEquals(Reason.FROZEN, reason(frozen.ask("A", "g", new Ask.Change(List.of()))));
        assertEquals(Reason.FROZEN, reason(frozen.undo("A", "u", "g")));
    }

    @Test
    @DisplayName(
            "refuses what would make a full document heavier, and takes what makes it lighter or leaves it as heavy")
    @Tag("slow")
    void weight() {
        Desk full = new Desk(full());
        Place.OfStep step = new Place.OfStep(PatternSlot.P, new NodeId("a"), 0);
        Mutation name = Mutation.put(new Place.OfSession(), SessionFields.NAME, "heavier");
        Ask on = new Ask.Change(List.of(Mutation.put(step, StepFields.ON, true)));
        assertEquals(tutti.model.Limits.WEIGHT, Weights.of(full.session()));
        assertEquals(Reason.WEIGHT, reason(full.ask("A", "g", new Ask.Change(List.of(name)))));
        full.change("A", "g", name, Mutation.put(step, StepFields.ON, false));
        full.change("A", "g", Mutation.delete(new Root.OfTrack(new NodeId("a"))));
        assertEquals(Reason.WEIGHT, reason(full.ask("A", "g", on)));
        full.change("A", "g", Mutation.put(new Place.OfSession(), SessionFields.NAME, ""));
        assertEquals(Optional.empty(), full.ask("A", "g", on));
    }

    /** A document that is exactly as heavy as one can be. */
    private static Session full() {
        Session session = Chaos.furnished();
        Lane lane = lane(tutti.model.Limits.STEPS);
        int lanes = (tutti.model.Limits.WEIGHT - Weights.of(session)) / tutti.model.Limits.STEPS;
        for (int i = 0; i < lanes; i++) {
            PatternSlot slot = PatternSlot.values()[i % 15];
            session = session.with(slot, session.pattern(slot).with(new NodeId("lane" + i / 15), lane));
        }
        Lane rest = lane(tutti.model.Limits.WEIGHT - Weights.of(session));
        return session.with(PatternSlot.P, session.pattern(PatternSlot.P).with(new NodeId("a"), rest));
    }

    private static Lane lane(int steps) {
        Lane lane = Lane.BLANK;
        for (int i = 0; i < steps; i++) {
            lane = lane.with(i, StepFields.ON.with(Step.BLANK, true));
        }
        return lane;
    }

    @Test
    @DisplayName("gives rows rising times, though the clock stands still or goes back")
    void times() {
        desk.step(joined(1, "A"));
        long last = 0;
        for (int i = 1; i < 10; i++) {
            List<Effect> effects = desk.room().step(List.of(asked(1, i)), i % 3 == 0 ? 0 : 100, 0);
            Row row = assertInstanceOf(Effect.Append.class, effects.getFirst())
                    .rows()
                    .getFirst()
                    .row();
            assertTrue(row.at() > last, row.at() + " after " + last);
            last = row.at();
            desk.room().committed();
        }
    }

    @Test
    @DisplayName("says damage, and what, when stored rows do not make a document")
    void damaged() {
        desk.change("A", "g", Mutation.delete(new Root.OfTrack(new NodeId("a"))));
        Saved saved = new Saved(Session.BLANK, 0, Desk.BIRTH, desk.rows(), List.of());
        assertInstanceOf(Restored.Damaged.class, Room.restore(saved, new Codec()));
    }
}
