package tutti.client.app;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.client.audio.OutputState;
import tutti.client.net.WebLine;
import tutti.client.state.SessionLoop;
import tutti.client.state.Sessions;
import tutti.client.state.Status;
import tutti.client.ui.Ears;
import tutti.client.ui.Notice;
import tutti.client.ui.Past;
import tutti.client.ui.Rooms;
import tutti.client.ui.Shared;

/**
 * One window's whole: the session that is open, its sound, and the snapshots for the screen. Everything is decided on
 * one
 * thread, the desk's; what blocks runs on errands. Owns all that it makes, until {@link #close}.
 */
final class Studio implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);
    private static final long BEAT_MILLIS = 50;
    private static final int BEATS_A_LOOK = 10;
    private static final int MICROS = 1_000;
    private static final int SILENT = -200_000;

    private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon(false).name("tutti-desk").factory());
    private final ExecutorService errands = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicReference<Shared> newest;
    private final Sessions sessions;
    private final Sound sound;
    private final Sounding sounding;
    private final Composer composer;
    private final Billboard billboard = new Billboard();
    private final Places places;
    private volatile Identity identity;
    private Identity kept;
    private volatile @Nullable SessionLoop loop;
    private volatile Optional<Home> home = Optional.empty();
    private volatile Optional<Memoirs> memoirs = Optional.empty();
    private Ears ears;
    private Rooms rooms = Rooms.NONE;
    private int beats;
    private @Nullable Future<?> beating;

    Studio(Places places, Identity identity, Sessions sessions, Sound sound, Shared start) throws IOException {
        this.places = places;
        this.identity = identity;
        this.kept = identity;
        this.sessions = sessions;
        this.sound = sound;
        this.newest = new AtomicReference<>(start);
        this.ears = start.ears();
        this.composer = new Composer(sound, start);
        this.sounding = new Sounding(places.client());
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
        return identity;
    }

    Places places() {
        return places;
    }

    /** Where this window is, or goes; nowhere before it is decided. Any thread. */
    Optional<Home> home() {
        return home;
    }

    /** Who looks after the room's past. */
    void remember(Memoirs now) {
        memoirs = Optional.of(now);
    }

    Sound sound() {
        return sound;
    }

    Billboard billboard() {
        return billboard;
    }

    Sounding sounding() {
        return sounding;
    }

    /** The session that is open. Any thread. */
    Optional<SessionLoop> loop() {
        return Optional.ofNullable(loop);
    }

    /** Runs on the desk's thread, then publishes. Any thread; does not block. */
    void post(Errand task) {
        desk.execute(() -> {
            attempt(task);
            publish();
        });
    }

    /** Something that may fail with words for a person. */
    interface Errand {
        void run() throws IOException;
    }

    /** Runs what blocks, away from the desk. Any thread. */
    void errand(Errand task) {
        errands.execute(() -> attempt(task));
    }

    void ears(UnaryOperator<Ears> change) {
        ears = change.apply(ears);
        sound.listen(new tutti.client.audio.Ears(
                ears.silent() ? SILENT : ears.level(), ears.click(), ears.mute(), ears.solo()));
    }

    void rooms(Rooms next) {
        rooms = next;
    }

    /** Another identity; it is kept within half a second, since a drag changes it many times. */
    void identity(UnaryOperator<Identity> change) {
        identity = change.apply(identity);
    }

    private void keepIdentity() throws IOException {
        if (!identity.equals(kept)) {
            identity.save(places.identity());
            kept = identity;
        }
    }

    /** Leaves the open session and goes to that one. Blocks: an errand. */
    void enter(Home there) throws IOException {
        home = Optional.of(there);
        SessionLoop old = loop;
        loop = null;
        memoirs.ifPresent(Memoirs::leave);
        if (old != null) {
            old.close();
        }
        Identity me = identity;
        loop = sessions.open(
                there.id(),
                me.secret(),
                me.profile(),
                ends -> new WebLine(there, ends, new Random()),
                status -> publishSoon(),
                words -> post(() -> billboard.offer(
                        "session", Notice.Tone.BAD, words, "Open again", () -> insist(() -> enter(there)))));
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
        } catch (RuntimeException e) {
            LOG.error("the desk failed", e);
            post(() -> billboard.say("trouble", Notice.Tone.BAD, "Something failed: " + e));
        }
    }

    private void publishSoon() {
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

    /** Is this window the one that sounds, and how does the device do? */
    private void look() throws IOException {
        keepIdentity();
        memoirs.ifPresent(past -> loop().map(SessionLoop::status).ifPresent(past::look));
        boolean mine = sounding.look();
        sound.sound(mine);
        Optional<OutputState> output = sound.output();
        Ears.Output where = mine ? output.map(Studio::where).orElse(Ears.Output.HERE) : Ears.Output.ELSEWHERE;
        int latency = output.map(Studio::latency).orElse(0);
        if (where != ears.output() || latency != ears.latencyMillis()) {
            ears = new Ears(ears.solo(), ears.mute(), ears.silent(), ears.level(), ears.click(), where, latency);
        }
        if (mine) {
            billboard.withdraw("sounding");
        } else {
            String words = "Another window on this machine sounds";
            billboard.offer("sounding", Notice.Tone.PLAIN, words, "Sound here", () -> attempt(sounding::take));
        }
        if (output.orElse(new OutputState.Opening()) instanceof OutputState.NoDevice none) {
            billboard.stand("device", "No sound: " + none.reason() + ". Everything else works.");
        } else {
            billboard.withdraw("device");
        }
    }

    private static Ears.Output where(OutputState state) {
        return switch (state) {
            case OutputState.Opening opening -> Ears.Output.HERE;
            case OutputState.Playing playing -> Ears.Output.HERE;
            case OutputState.NoDevice none -> Ears.Output.NONE;
            case OutputState.Closed closed -> Ears.Output.NONE;
        };
    }

    private static int latency(OutputState state) {
        return state instanceof OutputState.Playing playing ? playing.bufferFrames() * 1_000 / playing.rate() : 0;
    }

    private void publish() {
        due.set(false);
        SessionLoop open = loop;
        String host = home.map(Home::host).orElse("");
        Past past = memoirs.map(Memoirs::past).orElse(Past.NONE);
        Rooms listed = rooms.in(home.map(there -> there.id().text()).orElse(""));
        Composer.Own own = new Composer.Own(identity.profile(), host, ears, listed, billboard.notices(), past);
        try {
            if (open == null) {
                newest.set(composer.compose(own));
                return;
            }
            Status status = open.status();
            newest.set(composer.compose(status, own, System.nanoTime() / MICROS));
            status.transport().ifPresent(playing -> sound.play(status.view().session(), playing, status.time()));
        } catch (RuntimeException e) {
            LOG.error("a snapshot could not be made", e);
        }
    }

    /** Leaves the session, saves, falls silent. Blocks. */
    @Override
    public void close() {
        if (beating != null) {
            beating.cancel(false);
        }
        SessionLoop open = loop;
        if (open != null) {
            open.close();
        }
        errands.shutdownNow();
        desk.execute(() -> attempt(this::keepIdentity));
        desk.shutdown();
        sound.close();
        try {
            sounding.close();
        } catch (IOException e) {
            LOG.warn("the sounding lock could not be given back", e);
        }
    }
}
