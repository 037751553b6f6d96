package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.model.Session;
import tutti.wire.Codec;

/** A real room at which stories are told: people are called by name, and every batch is committed at once. */
final class Desk {
    static final Chain BIRTH = new Chain("12".repeat(32));

    private final Form form = new Codec();
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<Chained> rows = new ArrayList<>();
    private final Session birth;
    private final int budget;
    private Room room;
    private long time;

    Desk(Session session) {
        this(session, tutti.model.Limits.WEIGHT);
    }

    /** A room in which the document may weigh so much. */
    Desk(Session session, int budget) {
        this.birth = session;
        this.budget = budget;
        this.room = alive(Saved.fresh(session, 0, BIRTH));
    }

    private Room alive(Saved saved) {
        return switch (Room.restore(saved, form, budget)) {
            case Restored.Alive alive -> alive.room();
            case Restored.Damaged damaged -> throw new AssertionError(damaged.what());
        };
    }

    Room room() {
        return room;
    }

    Session session() {
        return room.session();
    }

    List<Chained> rows() {
        return rows;
    }

    static MemberId member(String who) {
        return new MemberId(who);
    }

    static OutboxId outbox(String who) {
        return new OutboxId("outbox-" + who);
    }

    /** The server starts anew, from a snapshot at the head and the window's rows. */
    void restart() {
        Window window = new Window(0, BIRTH, form);
        rows.forEach(window::add);
        List<Chained> tail = window.after(0);
        Chain before = window.chain(window.low() - 1).orElseThrow();
        room = alive(new Saved(room.session(), room.seq(), before, tail, room.outboxes()));
    }

    List<Effect> step(Input... inputs) {
        List<Effect> effects = room.step(List.of(inputs), time += 10, 0);
        if (effects.size() == 1 && effects.getFirst() instanceof Effect.Append append) {
            rows.addAll(append.rows());
            return room.committed();
        }
        return effects;
    }

    /** Asks, and returns what there is to say beyond "applied". */
    Optional<Verdict> ask(String who, String gesture, Ask ask) {
        long n = numbers.merge(who, 1L, Long::sum);
        Anteroom<String> anteroom = new Anteroom<>();
        anteroom.enter(new Input.Posted(7, member(who), outbox(who), new Edit(n, new GestureId(gesture), ask)), who)
                .forEach(seq -> anteroom.recalled(seq, past(seq)));
        List<Effect> effects = step(anteroom.poll().orElseThrow().input());
        Effect.Answer answer = (Effect.Answer) effects.getLast();
        assertEquals(n, answer.settled());
        assertTrue(answer.taken());
        return answer.verdict();
    }

    /** Changes something, which must be applied. */
    void change(String who, String gesture, Mutation... mutations) {
        assertEquals(Optional.empty(), ask(who, gesture, new Ask.Change(List.of(mutations))));
    }

    /** Undoes {@code of} under the name {@code fresh}. */
    Optional<Verdict> undo(String who, String fresh, String of) {
        return ask(who, fresh, new Ask.Undo(new GestureId(of)));
    }

    /** Makes something what it was after a row, under the name {@code gesture}. */
    Optional<Verdict> restore(String who, String gesture, long seq, Scope scope) {
        return ask(who, gesture, new Ask.Restore(seq, scope));
    }

    private Past past(long seq) {
        return seq > rows.size() ? new Past.Nowhere() : new Past.Known(then(seq));
    }

    /** The document after the row {@code seq}. */
    Session then(long seq) {
        Session session = birth;
        for (Chained chained : rows.subList(0, (int) seq)) {
            session = ((Writing.Written) Writing.of(session, chained.row().mutations())).next();
        }
        return session;
    }

    /** The document at its birth. */
    Session birth() {
        return birth;
    }
}
