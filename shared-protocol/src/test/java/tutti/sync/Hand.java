package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tutti.edit.Mutation;
import tutti.edit.Parts;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.SessionId;
import tutti.wire.Codec;

/** One person's real replica at a desk, with the acts that it asked for and has not been asked about. */
final class Hand {
    static final Place.OfStep STEP = new Place.OfStep(PatternSlot.A, new NodeId("a"), 5);

    private final Desk desk;
    private final String who;
    private final Outbox outbox;
    private Replica replica;
    private List<Act> acts = new ArrayList<>();
    private long now;

    Hand(Desk desk, String who) {
        this.desk = desk;
        this.who = who;
        this.outbox = new Outbox(Desk.outbox(who));
        this.replica = new Replica(Desk.member(who), outbox, Base.NONE, new Codec());
    }

    Replica replica() {
        return replica;
    }

    Outbox outbox() {
        return replica.outbox();
    }

    /** The process starts again from what its files hold. */
    void restart() {
        Outbox read = new Outbox(Desk.outbox(who));
        outbox().notes().forEach(read::apply);
        replica = new Replica(Desk.member(who), read, replica.base(), new Codec());
    }

    /** Time passes, milliseconds. */
    void pass(long millis) {
        now += millis * 1_000;
        acts.addAll(replica.tick(now));
    }

    void propose(String gesture, Mutation... mutations) {
        acts.addAll(replica.propose(new GestureId(gesture), List.of(mutations), now));
    }

    void letGo() {
        acts.addAll(replica.endGesture(now));
    }

    void undo(String fresh) {
        acts.addAll(replica.undo(new GestureId(fresh), now));
    }

    void redo(String fresh) {
        acts.addAll(replica.redo(new GestureId(fresh), now));
    }

    void restore(String gesture, long seq) {
        acts.addAll(replica.restore(new GestureId(gesture), seq, new Scope.All(), now));
    }

    void cancel(String gesture, String fresh) {
        acts.addAll(replica.cancel(new GestureId(gesture), new GestureId(fresh), now));
    }

    void hear(ServerMessage message) {
        acts.addAll(replica.receive(message, now));
    }

    void saved() {
        acts.addAll(replica.saved(replica.base().seq()));
    }

    void carry(List<Act> more) {
        acts.addAll(more);
    }

    /** Says Hello, and hears Welcome with a snapshot of the desk as it is. */
    void welcome() {
        welcome(0);
    }

    void welcome(long settled, Verdict... verdicts) {
        replica.hello(new SessionId("s"), new Secret("s".repeat(22)), new Profile(who, 1), Optional.empty());
        hear(hello(Continuity.UNKNOWN, settled, verdicts));
        snapshot();
    }

    ServerMessage.Welcome hello(Continuity continuity, long settled, Verdict... verdicts) {
        RoomClock clock = new RoomClock(0, Conductor.stopped(desk.session()));
        return new ServerMessage.Welcome(
                Desk.member(who),
                desk.room().seq(),
                continuity,
                settled,
                List.of(verdicts),
                "c",
                clock,
                List.of(),
                List.of());
    }

    void snapshot() {
        hear(new ServerMessage.Snapshot(desk.room().seq(), desk.room().chain(), Parts.of(desk.session()), true));
    }

    /** Hears all rows of the desk. */
    void rows() {
        List<Row> rows = desk.rows().stream().map(Chained::row).toList();
        hear(new ServerMessage.Rows(rows, desk.room().chain()));
    }

    void settled(long n, Verdict... verdicts) {
        hear(new ServerMessage.Settled(n, desk.room().seq(), List.of(verdicts)));
    }

    /** What was sent since this was asked last. */
    List<Edit> sent() {
        List<Edit> edits = all(Act.Send.class)
                .map(send -> ((ClientMessage.Submit) send.message()).edit())
                .toList();
        acts = new ArrayList<>();
        return edits;
    }

    /** The acts of one kind since {@link #sent} was asked last. */
    <A extends Act> Stream<A> all(Class<A> type) {
        return List.copyOf(acts).stream().filter(type::isInstance).map(type::cast);
    }

    List<Act> acts() {
        return acts;
    }

    List<Notice> told() {
        return all(Act.Tell.class).map(Act.Tell::notice).toList();
    }

    boolean seesOn() {
        return STEP.get(replica.view().session()).orElseThrow().on();
    }

    int seesVelocity() {
        return STEP.get(replica.view().session()).orElseThrow().velocity();
    }

    static Mutation on(boolean on) {
        return Mutation.put(STEP, StepFields.ON, on);
    }

    static Mutation velocity(int value) {
        return Mutation.put(STEP, StepFields.VELOCITY, value);
    }
}
