package tutti.server.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import tutti.model.SessionId;
import tutti.server.net.Ring;
import tutti.server.store.Batch;
import tutti.server.store.Face;
import tutti.server.store.Mark;
import tutti.server.store.OutboxState;
import tutti.server.store.Row;
import tutti.sync.Anteroom;
import tutti.sync.Effect;
import tutti.sync.Input;
import tutti.sync.MemberId;
import tutti.sync.Past;
import tutti.sync.Profile;
import tutti.sync.Room;

/**
 * The state of a room that is awake. All of it comes from the store or from what waits, so that dropping it loses
 * nothing: the store is asked again. For the room's turn alone.
 */
final class Live {
    /** Nothing is to be done once an input does not wait any more. */
    static final Runnable NOTHING = () -> {};

    private final SessionId id;
    private final Means means;
    private final Room room;
    private final Ring ring;
    /** Each input with what to do once it does not wait any more. */
    private final Anteroom<Runnable> pending = new Anteroom<>();

    private final LongConsumer recall;
    private final List<Input> inFlight = new ArrayList<>();
    private final List<String> report;
    private Mark head;
    private long version;
    private OptionalLong kvSeq;
    private boolean file;
    private String name;
    private final Checkpoints checkpoints;
    private int cautious;
    private boolean blocked;
    private long begun;
    /** Who the history names besides the authors of the next rows. */
    private final Set<MemberId> acted = new HashSet<>();
    /** How authors were seen that the store knows, and those that it is told of with the batch in flight. */
    private final Map<MemberId, Profile> named = new HashMap<>();

    private final Map<MemberId, Profile> unnamed = new HashMap<>();
    /** Until then the next batch gathers. */
    private long gathering = Long.MIN_VALUE;

    /**
     * The room that was read.
     *
     * @param cautious so many edits go into batches of their own
     * @param recall has a moment looked up, and answers by {@link #recalled}
     */
    Live(SessionId id, Means means, Waked.Found found, int cautious, LongConsumer recall) {
        this.recall = recall;
        this.id = id;
        this.means = means;
        this.room = found.room();
        this.ring = new Ring(room.seq(), Limits.RING_FRAMES, Limits.RING_BYTES);
        this.head = Papers.mark(room.seq(), room.chain());
        this.version = found.version();
        this.kvSeq = found.kvSeq();
        this.file = found.file();
        this.name = found.name();
        this.checkpoints = found.checkpoints();
        this.report = found.report();
        this.cautious = cautious;
    }

    Room room() {
        return room;
    }

    Ring ring() {
        return ring;
    }

    boolean busy() {
        return room.busy();
    }

    /** A verdict is being stored past the room, which takes nothing any more. */
    void block() {
        blocked = true;
    }

    boolean blocked() {
        return blocked;
    }

    Mark head() {
        return head;
    }

    /** What an old record lost when it became this session; told as long as nobody has changed it. */
    List<String> report() {
        return room.seq() == 0 ? report : List.of();
    }

    /** What is durable; not while {@link #busy}. */
    Reading reading() {
        return new Reading(room.session(), room.seq(), room.chain());
    }

    long version() {
        return version;
    }

    OptionalLong kvSeq() {
        return kvSeq;
    }

    boolean hasFile() {
        return file;
    }

    void filed() {
        file = true;
    }

    void noted(long seq, long newVersion) {
        kvSeq = OptionalLong.of(seq);
        version = newVersion;
    }

    /** How many inputs wait, for whatever. */
    int waiting() {
        return pending.size();
    }

    /** Whether an input waits for nothing but the next step, which gathers no more. */
    boolean hasReady(long now) {
        return pending.isReady() && now >= gathering;
    }

    /** When the next step is due that gathers now; {@link Long#MAX_VALUE} if none does. */
    long next(long now) {
        return pending.isReady() && now < gathering ? gathering : Long.MAX_VALUE;
    }

    void pend(Input input, Runnable done) {
        pending.enter(input, done).forEach(recall::accept);
    }

    /** A moment is known for which inputs wait. */
    void recalled(long seq, Past past) {
        pending.recalled(seq, past).forEach(recall::accept);
    }

    /**
     * Folds what waits, as much as one batch takes.
     *
     * @param at room time, which goes into the rows
     * @param now own time
     */
    List<Effect> step(long at, long wall, long now) {
        begun = now;
        int most = cautious > 0 ? 1 : Limits.BATCH_EDITS;
        List<Input> inputs = new ArrayList<>();
        inFlight.clear();
        while (pending.isReady() && inFlight.size() < most) {
            Anteroom.Entry<Runnable> next = pending.poll().orElseThrow();
            next.tag().run();
            inputs.add(next.input());
            if (isEdit(next.input())) {
                inFlight.add(next.input());
            }
        }
        cautious = Math.max(0, cautious - inFlight.size());
        return room.step(inputs, at, wall);
    }

    private static boolean isEdit(Input input) {
        return switch (input) {
            case Input.Asked _, Input.Posted _, Input.Recalled _ -> true;
            case Input.Joined _, Input.Parted _ -> false;
        };
    }

    /** The edits of the batch in flight. */
    List<Input> inFlight() {
        return inFlight;
    }

    /** Lets go of what waits. */
    void drop() {
        pending.clear().forEach(waiting -> waiting.tag().run());
    }

    /** Somebody has played, launched or stopped: the next batch says who that is. */
    void acted(MemberId member) {
        acted.add(member);
    }

    /**
     * What is to be stored.
     *
     * @param seen how members were seen last
     * @throws IllegalArgumentException if it is more than the store takes at once, or a client in a frame
     */
    Batch batch(Effect.Append append, Function<MemberId, Optional<Profile>> seen) {
        List<Row> rows = append.rows().stream().map(Papers::row).toList();
        if (rows.stream().anyMatch(row -> row.bytes().size() > Limits.ROW_BYTES)) {
            throw new IllegalArgumentException("a row that no client takes");
        }
        List<OutboxState> outboxes = append.outboxes().stream()
                .map(state -> Papers.outbox(means.codec(), state))
                .toList();
        checkpoints.wrote(rows.stream().mapToLong(row -> row.bytes().size()).sum());
        String called = append.session().name();
        return new Batch(
                id,
                version,
                head,
                rows,
                outboxes,
                checkpoints.take(append),
                called.equals(name) ? Optional.empty() : Optional.of(called),
                faces(append, seen));
    }

    /** Those of which the store was not told since this room woke; of these it finds out itself what it knows. */
    private List<Face> faces(Effect.Append append, Function<MemberId, Optional<Profile>> seen) {
        append.rows().forEach(row -> acted.add(row.row().by()));
        unnamed.clear();
        for (MemberId member : acted) {
            seen.apply(member)
                    .filter(profile -> !profile.equals(named.get(member)))
                    .ifPresent(profile -> unnamed.put(member, profile));
        }
        acted.clear();
        return unnamed.entrySet().stream()
                .map(each -> new Face(
                        each.getKey().text(),
                        each.getValue().name(),
                        each.getValue().colour()))
                .toList();
    }

    /** Under load the next batch gathers for as long as this one took, so that half the time is left to others. */
    List<Effect> committed(long newVersion, long now) {
        boolean load = inFlight.size() >= Limits.LOAD;
        gathering = load ? now + Math.min(now - begun, Limits.GATHER) : now;
        version = newVersion;
        List<Effect> effects = room.committed();
        head = Papers.mark(room.seq(), room.chain());
        name = room.session().name();
        checkpoints.stored();
        named.putAll(unnamed);
        return effects;
    }
}
