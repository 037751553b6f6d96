package tutti.client.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tutti.client.audio.AudioDevice;
import tutti.client.audio.AudioEngine;
import tutti.client.audio.Ears;
import tutti.client.audio.Instruments;
import tutti.client.audio.Launch;
import tutti.client.audio.Output;
import tutti.client.audio.OutputState;
import tutti.client.audio.RoomClock;
import tutti.client.audio.Score;
import tutti.client.audio.ScoreCompiler;
import tutti.client.audio.SoundCatalogue;
import tutti.client.state.RoomTime;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.Track;
import tutti.music.Timeline;
import tutti.sync.Transport;

/**
 * The sound of this window: one engine for its whole life, a device while this window is the one that sounds. The
 * desk's
 * thread only, but for what says otherwise.
 */
final class Sound implements AutoCloseable {
    private static final int BUFFER_FRAMES = 512;
    private static final int RUN_SHIFT = 40;

    /** Brings an engine to a device. */
    interface Opener {
        /** @param bufferFrames to try first; {@code warmUp} is rendered before anything is heard */
        Output open(AudioEngine engine, RoomClock clock, int bufferFrames, Score warmUp);
    }

    private final ScoreCompiler compiler;
    private final Opener opener;
    private final AudioEngine engine = new AudioEngine(0);
    private volatile long offsetNanos;
    private volatile @Nullable Score score;
    private volatile @Nullable Output device;
    private @Nullable Session compiled;
    private @Nullable Transport played;

    /** Of this machine's device. */
    Sound(SoundCatalogue catalogue) {
        this(catalogue, AudioDevice::open);
    }

    Sound(SoundCatalogue catalogue, Opener opener) {
        this.opener = opener;
        this.compiler = new ScoreCompiler(new Instruments(catalogue));
    }

    /** What is played from now on. May block while a recording is decoded. */
    void play(Session session, Transport transport, Optional<RoomTime> time) {
        time.ifPresent(known -> offsetNanos = known.offset() * 1_000);
        if (session.equals(compiled) && transport.equals(played)) {
            return;
        }
        Score next = compiler.compile(session, transport.timeline(), launches(transport));
        score = next;
        engine.play(next);
        compiled = session;
        played = transport;
    }

    void listen(Ears ears) {
        engine.listen(ears);
    }

    /** Sounds a note for me alone; false if too many wait to be heard already. */
    boolean audition(Track track, int semitones, int velocity) {
        return engine.audition(compiler.audition(track, semitones, velocity));
    }

    /** Opens the device, or gives it back. */
    void sound(boolean on) {
        Output now = device;
        Score warm = score;
        if (on && now == null && warm != null) {
            device = opener.open(engine, clock(), BUFFER_FRAMES, warm);
        } else if (!on && now != null) {
            device = null;
            now.close();
        }
    }

    /** How the device stands; nothing while this window does not sound. */
    Optional<OutputState> output() {
        return Optional.ofNullable(device).map(Output::state);
    }

    /** The room's microseconds that are heard at {@code nano}. Any thread. */
    long heardMicros(long nano) {
        Output now = device;
        long frame = now == null ? clock().frameAt(nano) : now.heardFrame(nano);
        return Math.floorDiv(frame * Timeline.MICROS_PER_MS, Timeline.FRAMES_PER_MS);
    }

    /** How loud a track is: its peak since it was last asked for, 0 to 1. Any thread. */
    double level(NodeId track) {
        Score now = score;
        int slot = now == null ? -1 : now.slot(track);
        return slot < 0 ? 0 : engine.meters().takePeak(slot);
    }

    @Override
    public void close() {
        sound(false);
    }

    private RoomClock clock() {
        return nano -> RoomClock.framesIn(nano + offsetNanos);
    }

    /** What plays and what comes after it, as the engine wants it. */
    private static List<Launch> launches(Transport transport) {
        long end = transport.halt().map(halt -> halt.tick()).orElse(Launch.OPEN);
        List<tutti.sync.Launch> all = transport.launches();
        List<Launch> parts = new ArrayList<>();
        for (int i = Math.max(0, all.size() - 2); i < all.size(); i++) {
            long next = i + 1 < all.size() ? all.get(i + 1).tick() : Launch.OPEN;
            long start = all.get(i).tick();
            if (start < end) {
                long run = (transport.run() << RUN_SHIFT) ^ start;
                parts.add(new Launch(all.get(i).pattern(), run, start, Math.min(next, end)));
            }
        }
        return parts;
    }
}
