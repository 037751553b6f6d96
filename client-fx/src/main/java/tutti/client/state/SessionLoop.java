package tutti.client.state;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.edit.Mutation;
import tutti.sync.ClientMessage;
import tutti.sync.GestureId;
import tutti.sync.Pointer;
import tutti.sync.Profile;
import tutti.sync.Scope;

/**
 * The one thread that owns a session's replica and its files. Everybody else hands it what is to be done and reads the
 * newest {@link Status}. All public methods may be called from any thread and do not block, but for {@link #close}.
 * What is asked is false, and nothing is done, if the session has ended.
 */
public final class SessionLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionLoop.class);
    private static final long LONGEST_WAIT = 1_000_000;

    /** Something for the thread to do. */
    private interface Task {
        void run(SessionCore main, long now) throws IOException;
    }

    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(Limits.QUEUE);
    private final AtomicReference<Status> newest = new AtomicReference<>();
    private final LongSupplier micros;
    private final Consumer<Status> published;
    private final Consumer<String> failed;
    private final Thread thread;
    private volatile boolean closing;
    /** Why this ends although nobody closed it. */
    private volatile Optional<String> fault = Optional.empty();
    /** Nothing is run any more that comes after this is seen. */
    private volatile boolean ended;

    /** Begins with the crew that {@code maker} makes; see {@link Sessions}. */
    SessionLoop(CrewMaker maker, LongSupplier micros, Consumer<Status> published, Consumer<String> failed)
            throws IOException {
        this.micros = micros;
        this.published = published;
        this.failed = failed;
        Crew crew = maker.make(this);
        try {
            this.newest.set(crew.status());
        } catch (RuntimeException e) {
            crew.letGo();
            throw e;
        }
        this.thread = Thread.ofPlatform().daemon(false).name("tutti-session").start(() -> run(crew));
    }

    /** Makes the cores, whose lines tell the loop what they hear. */
    interface CrewMaker {
        Crew make(SessionLoop loop) throws IOException;
    }

    /** The end of a line at which {@code core} listens, once it is there. */
    Line.Listener ends(Supplier<SessionCore> core) {
        return new Ends(core);
    }

    /** What was published last. */
    public Status status() {
        return Optional.ofNullable(newest.get()).orElseThrow();
    }

    /** Whether it has ended although nobody closed it: it has to be opened again. */
    public boolean failed() {
        return status().link() == Status.Link.ENDED;
    }

    /** The person changed something. */
    public boolean propose(GestureId gesture, List<Mutation> mutations) {
        return post((core, now) -> core.act(core.replica().propose(gesture, mutations, now), now));
    }

    /** The hand let go. */
    public boolean endGesture() {
        return post((core, now) -> core.act(core.replica().endGesture(now), now));
    }

    /** Takes back my last gesture; {@code fresh} names the undo. */
    public boolean undo(GestureId fresh) {
        return post((core, now) -> core.act(core.replica().undo(fresh, now), now));
    }

    /** Does again what I took back last; {@code fresh} names the redo. */
    public boolean redo(GestureId fresh) {
        return post((core, now) -> core.act(core.replica().redo(fresh, now), now));
    }

    /** Takes a gesture back as if it had never been; {@code fresh} names the undo that this may need. */
    public boolean cancel(GestureId gesture, GestureId fresh) {
        return post((core, now) -> core.act(core.replica().cancel(gesture, fresh, now), now));
    }

    /** Makes {@code scope} what it was after the row {@code seq}. */
    public boolean restore(GestureId gesture, long seq, Scope scope) {
        return post((core, now) -> core.act(core.replica().restore(gesture, seq, scope, now), now));
    }

    /** Plays, stops or launches; while there is no server, for this window alone. */
    public boolean conduct(ClientMessage message) {
        return post((core, now) -> core.conduct(message, now));
    }

    /** Where this window points from now on. */
    public void point(Pointer pointer) {
        post((core, now) -> core.point(new ClientMessage.Point(Optional.of(pointer))));
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

    /** False if nobody will run it. */
    private boolean post(Task task) {
        if (!tasks.offer(task)) {
            LOG.error("the session thread does not keep up: {} tasks wait", tasks.size());
            String why = "This window does not keep up; open the session again.";
            fault = Optional.of(why);
            closing = true;
            failed.accept(why);
            return false;
        }
        return !ended || !tasks.remove(task);
    }

    private void run(Crew crew) {
        try {
            while (!closing) {
                turn(crew);
            }
            ended = true;
            rest(crew);
            crew.close(micros.getAsLong());
            fault.ifPresent(this::last);
        } catch (IOException e) {
            LOG.error("the outbox cannot be kept", e);
            end(crew, "Your edits cannot be kept on this machine: " + e.getMessage());
        } catch (InterruptedException e) {
            end(crew, "The session was interrupted.");
        } catch (RuntimeException | Error e) {
            LOG.error("the session thread failed", e);
            end(crew, "This session failed: " + e);
        } finally {
            ended = true;
        }
    }

    /** Lets everything go, and says its last, first: whoever hears of it may open the session again at once. */
    private void end(Crew crew, String why) {
        ended = true;
        crew.letGo();
        last(why);
        failed.accept(why);
    }

    /** What is published of a session that failed says so, and not that all is well. */
    private void last(String why) {
        Status status = status().ended(why);
        newest.set(status);
        try {
            published.accept(status);
        } catch (RuntimeException e) {
            LOG.error("the end of a session could not be published", e);
        }
    }

    /** What was asked before the end, as whoever asked was told that it is done. */
    private void rest(Crew crew) throws IOException {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run(crew.main(), micros.getAsLong());
        }
    }

    private void turn(Crew crew) throws IOException, InterruptedException {
        long now = micros.getAsLong();
        long wait = Math.clamp(crew.nextTick(now) - now, 0, LONGEST_WAIT);
        Task task = tasks.poll(wait, TimeUnit.MICROSECONDS);
        for (int i = 0; task != null; i++) {
            task.run(crew.main(), micros.getAsLong());
            task = i < Limits.DRAIN ? tasks.poll() : null;
        }
        crew.tick(micros.getAsLong());
        Status status = crew.status();
        newest.set(status);
        published.accept(status);
    }

    /** Brings what a line says to the thread. */
    private final class Ends implements Line.Listener {
        private final Supplier<SessionCore> core;

        Ends(Supplier<SessionCore> core) {
            this.core = core;
        }

        @Override
        public void opened() {
            post((main, now) -> core.get().opened(now));
        }

        @Override
        public void frame(String text) {
            post((main, now) -> core.get().frame(text, now));
        }

        @Override
        public void broken(String why) {
            post((main, now) -> core.get().broken(why));
        }

        @Override
        public void replaced() {
            post((main, now) -> core.get().replaced());
        }
    }
}
