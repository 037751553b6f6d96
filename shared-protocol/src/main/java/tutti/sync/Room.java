package tutti.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tutti.model.Session;

/**
 * The authority over one session's document: puts edits in order, turns them into rows, and says nothing that is not
 * durable. At most one batch is in flight; between {@link Effect.Append} and {@link #committed} it takes no input. It
 * is never rolled back: after a failed commit it is thrown away and loaded anew.
 *
 * <p>Not thread-safe; never blocks; depends on nothing but its inputs.
 */
public final class Room {
    private record OutboxKey(MemberId member, OutboxId outbox) {}

    private final Draughtsman hand;
    private final Map<OutboxKey, Box> boxes = new LinkedHashMap<>();
    private final Map<Long, Box> holders = new LinkedHashMap<>();
    private final Set<Box> touched = new LinkedHashSet<>();
    private final List<Input.Joined> joined = new ArrayList<>();
    private final List<Input.Posted> posted = new ArrayList<>();
    private final List<Effect> closing = new ArrayList<>();
    private boolean inFlight;

    private Room(Draughtsman hand, List<OutboxState> outboxes) {
        this.hand = hand;
        outboxes.forEach(state -> boxes.put(new OutboxKey(state.member(), state.outbox()), new Box(state)));
    }

    /** The room that the store has. Equal stores make equal rooms. */
    public static Restored restore(Saved saved, Form form) {
        return restore(saved, form, tutti.model.Limits.WEIGHT);
    }

    /**
     * A room in which the document may weigh so much. What was forgotten for that stands in rows, so that another
     * budget later changes nothing of the past.
     */
    public static Restored restore(Saved saved, Form form, int budget) {
        Window window = new Window(first(saved) - 1, saved.before(), form);
        Session session = saved.snapshot();
        for (Chained chained : saved.rows()) {
            Row row = chained.row();
            window.add(chained);
            if (row.seq() > saved.snapshotSeq()) {
                switch (Writing.of(session, row.mutations())) {
                    case Writing.Refused refused -> {
                        return new Restored.Damaged("row " + row.seq() + " does not apply: " + refused.refusal());
                    }
                    case Writing.Written written -> session = written.next();
                }
            }
        }
        return new Restored.Alive(new Room(new Draughtsman(session, window, form, budget), saved.outboxes()));
    }

    private static long first(Saved saved) {
        return saved.rows().isEmpty()
                ? saved.snapshotSeq() + 1
                : saved.rows().getFirst().row().seq();
    }

    /** The document after the newest row; durable unless {@link #busy}. */
    public Session session() {
        return hand.session();
    }

    /** Seq of the newest row. */
    public long seq() {
        return hand.window().high();
    }

    /** The chain at the newest row. */
    public Chain chain() {
        return hand.window().chain();
    }

    /** Rows after {@code seq} that the window holds. */
    public List<Chained> after(long seq) {
        return hand.window().after(seq);
    }

    /** All outboxes as they are stored, in the order in which they were first seen. */
    public List<OutboxState> outboxes() {
        return boxes.values().stream().map(Box::state).toList();
    }

    /** Whether a batch is in flight. */
    public boolean busy() {
        return inFlight;
    }

    /**
     * Takes inputs in order.
     *
     * @param at room time, microseconds
     * @param wall milliseconds since 1970
     * @return a single Append, or what can be sent at once
     */
    public List<Effect> step(List<Input> inputs, long at, long wall) {
        if (inFlight) {
            throw new IllegalStateException("a batch is in flight");
        }
        hand.begin(at, wall);
        for (Input input : inputs) {
            switch (input) {
                case Input.Joined join -> join(join);
                case Input.Parted gone -> part(gone.connection());
                case Input.Asking asking -> ask(asking, new Past.Unasked());
                case Input.Recalled recalled -> ask(recalled.asking(), recalled.past());
            }
        }
        if (touched.isEmpty()) {
            return flush();
        }
        inFlight = true;
        List<OutboxState> states = touched.stream().map(Box::state).toList();
        return List.of(new Effect.Append(hand.rows(), states, session(), seq(), chain()));
    }

    /** The batch in flight is durable. */
    public List<Effect> committed() {
        if (!inFlight) {
            throw new IllegalStateException("no batch is in flight");
        }
        inFlight = false;
        return flush();
    }

    private void join(Input.Joined join) {
        OutboxKey key = new OutboxKey(join.member(), join.outbox());
        holder(key).ifPresent(old -> {
            closing.add(new Effect.Close(old, CloseReason.REPLACED));
            part(old);
        });
        Optional<CloseReason> crowded = crowded(key, 1);
        if (crowded.isPresent()) {
            closing.add(new Effect.Close(join.connection(), crowded.get()));
            return;
        }
        Box box = boxes.computeIfAbsent(key, Room::fresh);
        box.heldBy(join.connection());
        holders.put(join.connection(), box);
        joined.add(join);
    }

    private OptionalLong holder(OutboxKey key) {
        return Optional.ofNullable(boxes.get(key)).map(Box::holder).orElse(OptionalLong.empty());
    }

    /** Why there is no place for this outbox, if there is none, in the first of so many parts of all places. */
    private Optional<CloseReason> crowded(OutboxKey key, int parts) {
        if (boxes.containsKey(key)) {
            return Optional.empty();
        }
        if (boxes.size() >= Limits.OUTBOXES / parts) {
            return Optional.of(CloseReason.CROWDED);
        }
        long own = boxes.keySet().stream()
                .filter(other -> other.member().equals(key.member()))
                .count();
        return own < Limits.MEMBER_OUTBOXES / parts ? Optional.empty() : Optional.of(CloseReason.MEMBER_CROWDED);
    }

    /** Who only looked leaves nothing behind. */
    private void part(long connection) {
        Optional.ofNullable(holders.remove(connection)).ifPresent(box -> {
            box.released(connection);
            if (box.taken() == 0) {
                boxes.remove(new OutboxKey(box.member(), box.outbox()));
            }
        });
        joined.removeIf(join -> join.connection() == connection);
    }

    private static Box fresh(OutboxKey key) {
        return new Box(new OutboxState(key.member(), key.outbox(), 0, List.of()));
    }

    private void ask(Input.Asking asking, Past past) {
        switch (asking) {
            case Input.Asked asked -> ask(asked, past);
            case Input.Posted post -> post(post, past);
        }
    }

    private void ask(Input.Asked asked, Past past) {
        Box box = holders.get(asked.connection());
        if (box == null) {
            return;
        }
        long n = asked.edit().n();
        if (n > box.settled() + Limits.FLIGHT_EDITS) {
            closing.add(new Effect.Close(asked.connection(), CloseReason.BREACH));
            part(asked.connection());
        } else if (n == box.taken() + 1) {
            take(box, asked.edit(), past);
        }
    }

    private void post(Input.Posted post, Past past) {
        OutboxKey key = new OutboxKey(post.member(), post.outbox());
        if (crowded(key, Limits.POSTED_PART).isPresent()) {
            closing.add(new Effect.TurnAway(post.ticket()));
            return;
        }
        long taken = Optional.ofNullable(boxes.get(key)).map(Box::taken).orElse(0L);
        if (post.edit().n() == taken + 1) {
            take(boxes.computeIfAbsent(key, Room::fresh), post.edit(), past);
        }
        posted.add(post);
    }

    private void take(Box box, Edit edit, Past past) {
        box.take(edit.n());
        touched.add(box);
        hand.draw(box.member(), edit, past).ifPresent(box::judge);
    }

    private List<Effect> flush() {
        List<Effect> effects = new ArrayList<>();
        if (!hand.rows().isEmpty()) {
            effects.add(new Effect.Spread(hand.rows()));
        }
        settle(effects);
        joined.forEach(join -> effects.add(new Effect.Greet(greeting(join))));
        posted.forEach(post -> effects.add(answer(post)));
        effects.addAll(closing);
        joined.clear();
        posted.clear();
        closing.clear();
        touched.clear();
        return List.copyOf(effects);
    }

    private void settle(List<Effect> effects) {
        for (Box box : touched) {
            ServerMessage.Settled settled = box.settle(seq());
            boolean greeted = joined.stream().anyMatch(join -> holders.get(join.connection()) == box);
            if (!greeted) {
                box.holder().ifPresent(connection -> effects.add(new Effect.Settle(connection, settled)));
            }
        }
    }

    private Greeting greeting(Input.Joined join) {
        Box box = boxes.getOrDefault(
                new OutboxKey(join.member(), join.outbox()), fresh(new OutboxKey(join.member(), join.outbox())));
        return new Greeting(
                join.connection(),
                join.member(),
                join.seq(),
                hand.window().continuity(join.seq(), join.chain()),
                box.settled(),
                box.verdictsAfter(0),
                Muted.in(session(), hand.window()),
                session(),
                seq(),
                chain());
    }

    private Effect answer(Input.Posted post) {
        Optional<Box> box = Optional.ofNullable(boxes.get(new OutboxKey(post.member(), post.outbox())));
        long settled = box.map(Box::settled).orElse(0L);
        long n = post.edit().n();
        return new Effect.Answer(post.ticket(), settled, n <= settled, seq(), box.flatMap(b -> b.verdict(n)));
    }
}
