package tutti.sync.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tutti.edit.Reducer;
import tutti.model.Session;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.Effect;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.OutboxState;
import tutti.sync.Past;
import tutti.sync.Saved;

/** What a disk keeps of a room: rows, outboxes and a snapshot, written in one transaction. */
final class Store {
    /** What becomes of a commit. */
    enum Outcome {
        /** Durable, and the writer is told. */
        DONE,
        /** Not durable, and the writer is told so. */
        LOST,
        /** Durable, but the writer is told that it failed. */
        UNKNOWN
    }

    private record Key(MemberId member, OutboxId outbox) {}

    private static final int SNAPSHOT_ROWS = 5;

    private final Fault fault;
    private final Chain birth;
    private final List<Chained> rows = new ArrayList<>();
    private final Map<Key, OutboxState> outboxes = new LinkedHashMap<>();
    private final Set<Integer> tempos = new HashSet<>();
    private final Session beginning;
    private Session snapshot;
    private long snapshotSeq;
    private boolean broken;

    Store(Session session, Chain birth, Fault fault) {
        this.beginning = session;
        this.snapshot = session;
        this.birth = birth;
        this.fault = fault;
        tempos.add(session.tempo());
    }

    /**
     * Commits; returns whether the writer is told that it worked. A handle that has failed once tells so for ever and
     * writes nothing, as a file does whose pages were marked clean.
     */
    boolean commit(Effect.Append batch, Outcome outcome) {
        if (broken) {
            return true;
        }
        switch (outcome) {
            case DONE, UNKNOWN -> write(batch);
            case LOST -> lose(batch);
        }
        broken = outcome != Outcome.DONE;
        return !broken;
    }

    private void lose(Effect.Append batch) {
        if (fault == Fault.TWO_TRANSACTIONS) {
            batch.rows().forEach(this::append);
        }
    }

    private void write(Effect.Append batch) {
        batch.rows().forEach(this::append);
        for (OutboxState state : batch.outboxes()) {
            OutboxState old = outboxes.put(new Key(state.member(), state.outbox()), state);
            Broken.unless(old == null || old.settled() <= state.settled(), "settled went back in the store");
        }
        Broken.unless(
                batch.seq() == seq() && batch.chain().equals(chain()), "the batch says another head than its rows");
        tempos.add(batch.session().tempo());
        if (fault == Fault.SHORT_MEMORY || seq() % SNAPSHOT_ROWS == 0) {
            snapshot = batch.session();
            snapshotSeq = seq();
        }
    }

    private void append(Chained chained) {
        Broken.unless(chained.row().seq() == seq() + 1, "row " + chained.row().seq() + " after " + seq());
        Broken.unless(chained.chain().equals(chain().then(chained.text())), "a row does not continue the chain");
        rows.add(chained);
    }

    /** Opens the store anew after a failure. */
    void reopen() {
        broken = false;
    }

    Saved load() {
        boolean less = fault == Fault.SHORT_MEMORY;
        return new Saved(
                snapshot,
                snapshotSeq,
                less ? chainAt(snapshotSeq) : birth,
                less ? rows.subList((int) snapshotSeq, rows.size()) : rows,
                List.copyOf(outboxes.values()));
    }

    long seq() {
        return rows.size();
    }

    Chain chain() {
        return chainAt(seq());
    }

    Chain chainAt(long seq) {
        return seq == 0 ? birth : rows.get((int) seq - 1).chain();
    }

    /** Rows {@code from} to {@code to}, both included. */
    List<Chained> rows(long from, long to) {
        return rows.subList((int) from - 1, (int) to);
    }

    /** The document after the row {@code seq}, folded from the beginning. */
    Past past(long seq) {
        if (seq > seq()) {
            return new Past.Nowhere();
        }
        Session session = beginning;
        for (Chained chained : rows.subList(0, (int) seq)) {
            switch (Reducer.reduce(session, chained.row().mutations())) {
                case tutti.edit.Outcome.Refused no ->
                    throw new Broken("row " + chained.row().seq() + ": " + no.refusal());
                case tutti.edit.Outcome.Changed changed -> session = changed.next();
            }
        }
        return new Past.Known(session);
    }

    /** Whether a document that is durable has, or had, that tempo. */
    boolean knowsTempo(int centiBpm) {
        return tempos.contains(centiBpm);
    }

    long settled(MemberId member, OutboxId outbox) {
        OutboxState state = outboxes.get(new Key(member, outbox));
        return state == null ? 0 : state.settled();
    }
}
