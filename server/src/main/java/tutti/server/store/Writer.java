package tutti.server.store;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: it takes all that waits, does it in one transaction, syncs, and only then tells. Nobody
 * interrupts it. The first error on its way ends it, and with it the store object.
 */
final class Writer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long NOTE_MILLIS = 1_000;
    private static final int WITNESSES = 2;

    private Opened store;
    private final Intake intake;
    private final SyncGate gate;
    private final StoreMetrics metrics;
    private final LongSupplier nanos;
    private final LongConsumer grown;
    private final Consumer<Lost> failed;
    private long position;
    private Told told;
    private long noted;
    /** How often that was noted since the store moved; enough when both places of the witness say it. */
    private int notes;

    /** Writes that were taken and not answered yet. */
    private List<Write> open = List.of();

    /**
     * @param nanos a monotonic clock
     * @param grown is told now and then how large the file is; it must not block
     * @param failed is told when the store object is lost, after every write was answered
     */
    Writer(
            Opened store,
            Intake intake,
            SyncGate gate,
            StoreMetrics metrics,
            LongSupplier nanos,
            LongConsumer grown,
            Consumer<Lost> failed) {
        this.store = store;
        this.intake = intake;
        this.gate = gate;
        this.metrics = metrics;
        this.nanos = nanos;
        this.grown = grown;
        this.failed = failed;
        this.position = store.position();
        this.told = new Told(position, store.syncedLength());
        this.noted = nanos.getAsLong();
    }

    @Override
    public void run() {
        try {
            while (goesOn(notes < WITNESSES ? intake.next(NOTE_MILLIS) : intake.next())) {
                witness();
            }
            gate.die();
            store.close(position);
        } catch (Throwable broken) {
            fail(broken);
        }
    }

    private boolean goesOn(Intake.Next next) throws IOException, SQLException {
        switch (next) {
            case Intake.Next.Group(List<Write> writes) -> {
                notes = 0;
                answer(writes);
            }
            case Intake.Next.Change(Turn turn) -> {
                notes = 0;
                change(turn);
            }
            case Intake.Next.Idle _ -> note();
            case Intake.Next.End _ -> {
                return false;
            }
        }
        return true;
    }

    private void change(Turn turn) throws IOException, SQLException {
        store = turn.take(store, position);
        told = new Told(position, store.syncedLength());
    }

    private void answer(List<Write> group) throws IOException, SQLException {
        open = group;
        List<Runnable> answers = commit(group);
        open = List.of();
        answers.forEach(this::tell);
    }

    /** The answers of a group that is durable now. */
    private List<Runnable> commit(List<Write> group) throws SQLException, IOException {
        gate.begin();
        List<Runnable> answers = together(group);
        long from = nanos.getAsLong();
        if (answers.isEmpty()) {
            answers = oneByOne(group);
        } else {
            store.writer().commit();
        }
        try (Statement sync = store.writer().createStatement()) {
            sync.execute(store.mode().sync());
        }
        told = new Told(position, store.syncedLength());
        gate.synced();
        count(group, nanos.getAsLong() - from);
        return answers;
    }

    /** Does all writes in the open transaction; rolls back and yields nothing if one cannot be done. */
    private List<Runnable> together(List<Write> group) throws SQLException, StoreDamaged {
        List<Runnable> answers = new ArrayList<>(group.size());
        long moved = 0;
        try {
            for (Write write : group) {
                Write.Done done = write.apply(store.tables());
                moved += done.moved() ? 1 : 0;
                answers.add(done.answer());
            }
        } catch (RejectedWrite one) {
            return rollBack();
        } catch (SQLException one) {
            if (!onlyOfData(one)) {
                throw one;
            }
            return rollBack();
        }
        position += moved;
        return answers;
    }

    /** Does each write in a transaction of its own, so that one alone is rejected. */
    private List<Runnable> oneByOne(List<Write> group) throws SQLException, StoreDamaged {
        List<Runnable> answers = new ArrayList<>(group.size());
        for (Write write : group) {
            answers.add(alone(write));
        }
        return answers;
    }

    private Runnable alone(Write write) throws SQLException, StoreDamaged {
        try {
            Write.Done done = write.apply(store.tables());
            store.writer().commit();
            position += done.moved() ? 1 : 0;
            return done.answer();
        } catch (RejectedWrite one) {
            return rejected(write, one.reason());
        } catch (SQLException one) {
            if (!onlyOfData(one)) {
                throw one;
            }
            LOG.warn("a write has a value that the store does not take", one);
            return rejected(write, "a value in it is not one that the store takes");
        }
    }

    private Runnable rejected(Write write, String reason) throws SQLException {
        rollBack();
        LOG.warn("a write was rejected: {}", reason);
        return () -> write.rejected(reason);
    }

    private List<Runnable> rollBack() throws SQLException {
        store.writer().rollback();
        store.tables().forget();
        return List.of();
    }

    /** SQL's classes 22 (a value) and 23 (a constraint) speak of one row; anything else of the store. */
    private static boolean onlyOfData(SQLException error) {
        String state = error.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private void count(List<Write> group, long syncNanos) {
        int rows = group.stream().mapToInt(Write::rows).sum();
        long bytes = group.stream().mapToLong(Write::bytes).sum();
        metrics.committed(group.size(), rows, bytes, syncNanos);
    }

    private void tell(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException bug) {
            metrics.failed();
            LOG.error("a callback of the store threw", bug);
        }
    }

    /** Now and then, and once it rests, notes beside the store how far it was synced. */
    private void witness() throws IOException {
        if (nanos.getAsLong() - noted >= TimeUnit.MILLISECONDS.toNanos(NOTE_MILLIS)) {
            note();
        }
    }

    private void note() throws IOException {
        noted = nanos.getAsLong();
        store.witness().note(position, told.length());
        notes++;
        long size = store.size();
        metrics.fileIs(size);
        grown.accept(size);
    }

    private void fail(Throwable broken) {
        String reason = "a write to the store failed";
        LOG.error("the store failed; what was under way is unknown", broken);
        metrics.failed();
        intake.shut();
        gate.die();
        open.forEach(write -> tell(() -> write.unknown(reason)));
        while (intake.next() instanceof Intake.Next.Group(List<Write> rest)) {
            rest.forEach(write -> tell(() -> write.unknown(reason)));
        }
        store.drop();
        failed.accept(new Lost(reason, told));
    }
}
