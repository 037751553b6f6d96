package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Chaos;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;

@DisplayName("For outboxes a room")
class OutboxPlacesTest {
    private final Desk desk = new Desk(Chaos.furnished());

    private static Input joined(long connection, String member, String outbox) {
        return new Input.Joined(connection, Desk.member(member), Desk.outbox(outbox), 0, Chain.NONE);
    }

    private static Edit first() {
        Mutation tempo = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 9_000);
        return new Edit(1, new GestureId("g"), new Ask.Change(List.of(tempo)));
    }

    @Test
    @DisplayName("forgets windows that came and went without an edit, however many")
    void visitors() {
        for (int i = 1; i <= Limits.OUTBOXES + 10; i++) {
            List<Effect> effects = desk.step(joined(i, "visitor" + i, "w"), new Input.Parted(i));
            assertEquals(List.of(), effects, "visitor " + i);
        }
        assertInstanceOf(
                Effect.Greet.class, desk.step(joined(9_999, "late", "w")).getFirst());
    }

    private List<Effect> posted(String member, String outbox) {
        return desk.step(new Input.Posted(9, Desk.member(member), Desk.outbox(outbox), first()));
    }

    private Effect comes(String member, String outbox) {
        List<Effect> effects = desk.step(joined(1, member, outbox), new Input.Asked(1, first()));
        desk.step(new Input.Parted(1));
        return effects.getLast();
    }

    @Test
    @DisplayName("has no more outboxes of one member than it may, of which HTTP makes half, and lets others in")
    void outboxesOfOne() {
        int half = Limits.MEMBER_OUTBOXES / Limits.POSTED_PART;
        for (int i = 1; i <= half; i++) {
            assertInstanceOf(Effect.Answer.class, posted("A", "post" + i).getLast());
        }
        assertEquals(List.of(new Effect.TurnAway(9)), posted("A", "one-more"));
        assertInstanceOf(Effect.Answer.class, posted("A", "post1").getLast(), "one that it had");
        for (int i = half + 1; i <= Limits.MEMBER_OUTBOXES; i++) {
            assertInstanceOf(Effect.Greet.class, comes("A", "window" + i), "window " + i);
        }
        assertEquals(new Effect.Close(1, CloseReason.MEMBER_CROWDED), comes("A", "one-more"));
        assertInstanceOf(Effect.Greet.class, comes("A", "post1"), "one that it had");
        assertInstanceOf(Effect.Greet.class, comes("B", "window"), "somebody else");
    }

    @Test
    @DisplayName("has no more outboxes than it may, of which HTTP makes half, and turns the next away in words")
    void outboxesOfAll() {
        int half = Limits.OUTBOXES / Limits.POSTED_PART;
        for (int i = 0; i < half; i++) {
            assertInstanceOf(
                    Effect.Answer.class, posted("member" + i / 100, "post" + i).getLast());
        }
        assertEquals(List.of(new Effect.TurnAway(9)), posted("B", "one-more"));
        for (int i = half; i < Limits.OUTBOXES; i++) {
            assertInstanceOf(Effect.Greet.class, comes("other" + i / 100, "window" + i), "window " + i);
        }
        assertEquals(new Effect.Close(1, CloseReason.CROWDED), comes("B", "one-more"));
        assertInstanceOf(Effect.Greet.class, comes("member0", "post0"), "one that it had");
        desk.restart();
        assertEquals(new Effect.Close(1, CloseReason.CROWDED), comes("B", "after-a-restart"));
    }
}
