package tutti.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An outbox as its room sees it. Not thread-safe. */
final class Box {
    private final MemberId member;
    private final OutboxId outbox;
    private final Deque<Verdict> verdicts;
    private long settled;
    private long taken;
    private OptionalLong holder = OptionalLong.empty();

    Box(OutboxState state) {
        this.member = state.member();
        this.outbox = state.outbox();
        this.verdicts = new ArrayDeque<>(state.verdicts());
        this.settled = state.settled();
        this.taken = settled;
    }

    MemberId member() {
        return member;
    }

    OutboxId outbox() {
        return outbox;
    }

    long settled() {
        return settled;
    }

    /** The highest number that was answered or is in the batch in flight. */
    long taken() {
        return taken;
    }

    OptionalLong holder() {
        return holder;
    }

    void heldBy(long connection) {
        holder = OptionalLong.of(connection);
    }

    void released(long connection) {
        if (holder.isPresent() && holder.getAsLong() == connection) {
            holder = OptionalLong.empty();
        }
    }

    void take(long n) {
        taken = n;
    }

    void judge(Verdict verdict) {
        verdicts.addLast(verdict);
        if (verdicts.size() > Limits.VERDICTS) {
            verdicts.removeFirst();
        }
    }

    OutboxState state() {
        return new OutboxState(member, outbox, taken, List.copyOf(verdicts));
    }

    Optional<Verdict> verdict(long n) {
        return verdicts.stream().filter(verdict -> verdict.n() == n).findFirst();
    }

    List<Verdict> verdictsAfter(long n) {
        return verdicts.stream().filter(verdict -> verdict.n() > n).toList();
    }

    /** What was taken is durable now; returns the answer to it. */
    ServerMessage.Settled settle(long seq) {
        long from = settled;
        settled = taken;
        return new ServerMessage.Settled(settled, seq, verdictsAfter(from));
    }
}
