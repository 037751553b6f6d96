package tutti.client.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.client.state.SessionLoop;
import tutti.client.state.Sessions;
import tutti.client.state.Status;
import tutti.client.ui.Notice;
import tutti.client.ui.Past;
import tutti.client.ui.Rooms;
import tutti.client.ui.Shared;

/**
 * One window's whole: the session that is open, its sound, and the snapshots for the screen. Everything is decided on
 * one thread, the desk's; what blocks runs on errands. Owns all that it makes, until {@link #close}.
 */
final class Studio implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);
    private static final long BEAT_MILLIS = 50;
    private static final int BEATS_A_LOOK = 10;
    private static final int MICROS = 1_000;

    private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon(false).name("tutti-desk").factory());
    private final ExecutorService errands = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicReference<Shared> newest;
    private final Sound sound;
    private final Loudspeaker loudspeaker;
    private final Composer composer;
    private final Billboard billboard = new Billboard();
    private final Places places;
    private final Me me;
    private final Door door;
    private final Goal goal = new Goal();
    private volatile Optional<Memoirs> memoirs = Optional.empty();
    private volatile Optional<Keepsakes> keepsakes = Optional.empty();
    private Rooms rooms = Rooms.NONE;
    private int beats;
    private @Nullable Future<?> beating;

    Studio(Places places, Identity identity, Sessions sessions, Sound sound, Shared start) throws IOException {
        this.places = places;
        this.me = new Me(places.identity(), identity);
        this.door = new Door(new Entrance(this, sessions), this::left);
        this.sound = sound;
        this.newest = new AtomicReference<>(start);
        this.composer = new Composer(sound, start);
        this.loudspeaker = new Loudspeaker(sound, Sounding.of(places), billboard, start.ears());
    }

    /** Begins to work. */
    void begin() {
        beating = desk.scheduleAtFixedRate(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What the window shows. Any thread. */
    Shared shown() {
        return Optional.ofNullable(newest.get()).orElseThrow();
    }

    Identity identity() {
        return me.now();
    }

    Places places() {
        return places;
    }

    /** Where this window is, or goes; nowhere before it is decided. Any thread. */
    Optional<Home> home() {
        return door.home();
    }

    /** Who looks after the room's past. */
    void remember(Memoirs now) {
        memoirs = Optional.of(now);
    }

    /** Who looks after what a server has lost. */
    void remember(Keepsakes now) {
        keepsakes = Optional.of(now);
    }

    Sound sound() {
        return sound;
    }

    Loudspeaker loudspeaker() {
        return loudspeaker;
    }

    Billboard billboard() {
        return billboard;
    }

    /** The session that is open. Any thread. */
    Optional<SessionLoop> loop() {
        return door.loop();
    }

    /** Runs on the desk's thread, then publishes; nothing once this window is closed. Any thread; does not block. */
    void post(Errand task) {
        try {
            desk.execute(() -> {
                attempt(task);
                publish();
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("this window is closed; nobody sees this any more", e);
        }
    }

    /** Something that may fail with words for a person. */
    interface Errand {
        void run() throws IOException;
    }

    /** Runs what blocks, away from the desk. Any thread. */
    void errand(Errand task) {
        errands.execute(() -> attempt(task));
    }

    /** What was listed last. The desk's thread. */
    Rooms listed() {
        return rooms;
    }

    void rooms(Rooms next) {
        rooms = next;
    }

    /** Another identity; it is kept within half a second. The desk's thread. */
    void identity(UnaryOperator<Identity> change) {
        me.become(change);
    }

    /**
     * Leaves the open session and goes where {@code way} leads, unless somebody wanted to be elsewhere meanwhile; if it
     * fails, the person is offered to try again. Any thread. {@code doing} is what is shown meanwhile.
     */
    void go(String doing, Door.Way way) {
        long turn = door.turn();
        goal.begin(doing);
        errands.execute(() -> {
            attempt(
                    () -> door.enter(turn, way.find()),
                    words -> billboard.offer("session", Notice.Tone.BAD, words, "Try again", () -> go(doing, way)));
            if (door.isLast(turn)) {
                goal.end();
            }
        });
    }

    /** How this window gets where it wants to be. */
    Goal goal() {
        return goal;
    }

    /** Something was asked of a room while none is open, or of one that has ended. Any thread. */
    void nowhere() {
        String ended = "Not done: this session has ended. Open it again to go on";
        String words = "Not done: this window is on its way to a room. Try again in a moment";
        if (loop().filter(SessionLoop::failed).isPresent()) {
            post(() -> billboard.offer("nowhere", Notice.Tone.BAD, ended, "Open again", this::again));
        } else {
            post(() -> billboard.say("nowhere", Notice.Tone.BAD, words));
        }
    }

    private void again() {
        home().ifPresent(there -> go(goal.doing(), () -> there));
    }

    /** Ends what is shown of the room's past before the next room is there. Blocks. */
    private void left() {
        memoirs.ifPresent(Memoirs::leave);
        CompletableFuture.runAsync(this::publish, desk).join();
    }

    /** Runs what blocks and must be done; if it fails, the person is offered to try again. Any thread. */
    void insist(Errand task) {
        errands.execute(() -> attempt(
                task, words -> billboard.offer("session", Notice.Tone.BAD, words, "Try again", () -> insist(task))));
    }

    private void attempt(Errand task) {
        attempt(task, words -> billboard.say("trouble", Notice.Tone.BAD, words));
    }

    /** @param failed says it; on the desk's thread */
    private void attempt(Errand task, Consumer<String> failed) {
        try {
            task.run();
        } catch (IOException e) {
            String words = Words.of(e);
            LOG.info("{}", words);
            post(() -> failed.accept(words));
        } catch (RuntimeException | Error e) {
            LOG.error("the desk failed", e);
            post(() -> billboard.say("trouble", Notice.Tone.BAD, "Something failed: " + e));
        }
    }

    /** The open session has something new. Any thread. */
    void publishSoon() {
        if (due.compareAndSet(false, true)) {
            desk.execute(this::publish);
        }
    }

    private void beat() {
        beats++;
        if (beats % BEATS_A_LOOK == 0) {
            attempt(this::look);
        }
        publish();
    }

    private void look() throws IOException {
        me.keep();
        memoirs.ifPresent(past -> loop().map(SessionLoop::status).ifPresent(past::look));
        loudspeaker.look(() -> attempt(loudspeaker::take));
        if (keepsakes.isPresent()) {
            keepsakes.get().look();
        }
    }

    private void publish() {
        due.set(false);
        try {
            Optional<Status> open = loop().map(SessionLoop::status);
            newest.set(
                    open.isPresent()
                            ? composer.compose(open.get(), own(), System.nanoTime() / MICROS)
                            : composer.nowhere(own()));
            open.ifPresent(this::play);
            billboard.withdraw("snapshot");
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void play(Status status) {
        status.transport().ifPresent(playing -> sound.play(status.view().session(), playing, status.time()));
    }

    /** What is new cannot be shown, but that can be. */
    private void failed(Throwable fault) {
        String words = "What is new cannot be shown or played here (" + fault + "); nothing is lost";
        if (billboard.stand("snapshot", Notice.Tone.BAD, words, "Open again", this::again)) {
            LOG.error("a snapshot could not be made", fault);
        }
        try {
            newest.set(composer.still(own()));
        } catch (RuntimeException e) {
            LOG.error("not even the notices can be shown", e);
        }
    }

    private Composer.Own own() {
        String host = home().map(Home::host).orElse("");
        Past past = memoirs.map(Memoirs::past).orElse(Past.NONE);
        Rooms listed = rooms.in(home().map(there -> there.id().text()).orElse(""));
        List<Notice> notices = billboard.notices();
        return new Composer.Own(identity().profile(), host, goal, loudspeaker.ears(), listed, notices, past);
    }

    /** Leaves the session, saves, falls silent. Blocks. */
    @Override
    public void close() {
        if (beating != null) {
            beating.cancel(false);
        }
        door.close();
        errands.shutdownNow();
        desk.execute(() -> attempt(me::keep));
        desk.shutdown();
        try {
            loudspeaker.close();
        } catch (IOException e) {
            LOG.warn("the sounding lock could not be given back", e);
        }
    }
}
