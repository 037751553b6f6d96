package tutti.client.state;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.edit.Mutation;
import tutti.sync.ClientMessage;
import tutti.sync.GestureId;
import tutti.sync.Profile;

/**
 * The one thread that owns a session's replica and its files. Everybody else hands it what is to be done and reads the
 * newest {@link Status}. All public methods may be called from any thread and do not block, but for {@link #close}.
 */
public final class SessionLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionLoop.class);
    private static final long LONGEST_WAIT = 1_000_000;

    /** Something for the thread to do. */
    private interface Task {
        void run(SessionCore core, long now) throws IOException;
    }

    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(Limits.QUEUE);
    private final AtomicReference<Status> newest = new AtomicReference<>();
    private final LongSupplier micros;
    private final Consumer<Status> published;
    private final Consumer<String> failed;
    private final Thread thread;
    private final Line line;
    private volatile boolean closing;

    /** Where and as whom; see {@link SessionFiles}. */
    SessionLoop(
            Function<Line.Listener, Line> lines,
            CoreMaker maker,
            LongSupplier micros,
            Consumer<Status> published,
            Consumer<String> failed)
            throws IOException {
        this.micros = micros;
        this.published = published;
        this.failed = failed;
        this.line = lines.apply(new Ends());
        SessionCore core = maker.make(line);
        this.newest.set(core.status());
        this.thread = Thread.ofPlatform().daemon(false).name("tutti-session").start(() -> run(core));
    }

    /** Makes the core on its line. */
    interface CoreMaker {
        SessionCore make(Line line) throws IOException;
    }

    /** What was published last. */
    public Status status() {
        return Optional.ofNullable(newest.get()).orElseThrow();
    }

    /** The person changed something. */
    public void propose(GestureId gesture, List<Mutation> mutations) {
        post((core, now) -> core.act(core.replica().propose(gesture, mutations, now), now));
    }

    /** The hand let go. */
    public void endGesture() {
        post((core, now) -> core.act(core.replica().endGesture(now), now));
    }

    /** Takes back my last gesture; {@code fresh} names the undo. */
    public void undo(GestureId fresh) {
        post((core, now) -> core.act(core.replica().undo(fresh, now), now));
    }

    /** Does again what I took back last; {@code fresh} names the redo. */
    public void redo(GestureId fresh) {
        post((core, now) -> core.act(core.replica().redo(fresh, now), now));
    }

    /** Plays, stops or launches; while there is no server, for this window alone. */
    public void conduct(ClientMessage message) {
        post((core, now) -> core.conduct(message, now));
    }

    /** Something for the lobby, such as where I point; lost while there is no server. */
    public void say(ClientMessage message) {
        post((core, now) -> core.say(message));
    }

    /** From now on I am shown like this. */
    public void rename(Profile profile) {
        post((core, now) -> core.rename(profile));
    }

    /** Puts a notice away. */
    public void dismiss(long id) {
        post((core, now) -> core.dismiss(id));
    }

    /** Saves everything, says goodbye and ends the thread. Blocks until that is done. */
    @Override
    public void close() {
        closing = true;
        post((core, now) -> {});
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(Task task) {
        if (!tasks.offer(task)) {
            line.again();
        }
    }

    private void run(SessionCore core) {
        try {
            while (!closing) {
                turn(core);
            }
            core.close(micros.getAsLong());
        } catch (IOException e) {
            LOG.error("the outbox cannot be kept", e);
            failed.accept("Your edits cannot be kept on this machine: " + e.getMessage());
        } catch (InterruptedException e) {
            failed.accept("The session was interrupted.");
        } catch (RuntimeException e) {
            LOG.error("the session thread failed", e);
            failed.accept("This session failed: " + e);
        } finally {
            line.close();
        }
    }

    private void turn(SessionCore core) throws IOException, InterruptedException {
        long now = micros.getAsLong();
        long wait = Math.clamp(core.nextTick(now) - now, 0, LONGEST_WAIT);
        Task task = tasks.poll(wait, TimeUnit.MICROSECONDS);
        for (int i = 0; task != null && i < Limits.DRAIN; i++) {
            task.run(core, micros.getAsLong());
            task = tasks.poll();
        }
        if (task != null) {
            task.run(core, micros.getAsLong());
        }
        core.tick(micros.getAsLong());
        Status status = core.status();
        newest.set(status);
        published.accept(status);
    }

    /** Brings what the line says to the thread. */
    private final class Ends implements Line.Listener {
        @Override
        public void opened() {
            post(SessionCore::opened);
        }

        @Override
        public void frame(String text) {
            post((core, now) -> core.frame(text, now));
        }

        @Override
        public void broken(String why) {
            post((core, now) -> core.broken(why));
        }
    }
}
