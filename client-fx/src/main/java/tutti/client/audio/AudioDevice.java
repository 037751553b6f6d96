package tutti.client.audio;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound card, and the one class that knows Java Sound. It has a thread of its own, the audio thread, which renders
 * the engine and feeds the card. Where there is no card, or it fails, it says so as a value and the room's time goes on
 * silently. Public methods: any thread, none blocks except {@link #close}.
 */
public final class AudioDevice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AudioDevice.class);
    private static final int[] RATES = {48_000, 44_100};
    private static final int LARGEST = 8_192;
    private static final int BYTES = 4;

    private final RoomClock clock;
    private final OutputLoop loop;
    private final Thread thread;
    private volatile OutputState state = new OutputState.Opening();
    private volatile boolean closing;

    private AudioDevice(AudioEngine engine, RoomClock clock, int bufferFrames, Score warmUp) {
        this.clock = clock;
        this.loop = new OutputLoop(engine, clock, System::nanoTime);
        this.thread = Thread.ofPlatform().name("tutti-audio").daemon(true).unstarted(() -> run(bufferFrames, warmUp));
    }

    /**
     * Opens the system's usual device and plays the engine on it, from now on the engine's only audio thread.
     *
     * @param bufferFrames to try first, at least 256; it doubles while the device cannot keep up
     * @param warmUp is rendered offline for a moment first, from its newest launch on, beside a beat of our own, so
     * that the compiler is done when the first note comes
     */
    public static AudioDevice open(AudioEngine engine, RoomClock clock, int bufferFrames, Score warmUp) {
        AudioDevice device = new AudioDevice(engine, clock, bufferFrames, warmUp);
        device.thread.start();
        return device;
    }

    /** How it stands. */
    public OutputState state() {
        return state;
    }

    /** The room frame that is heard at {@code nanoTime}; the room's own time where nothing sounds. For the playhead. */
    public long heardFrame(long nanoTime) {
        return state instanceof OutputState.Playing ? loop.heardFrame(nanoTime) : clock.frameAt(nanoTime);
    }

    /** Falls silent and gives the card back. Waits for the audio thread, at most a second. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(int bufferFrames, Score warmUp) {
        try {
            WarmUp.run(warmUp);
            boolean realtime = Realtime.raise();
            OutputLoop.End end = OutputLoop.End.STARVED;
            for (int frames = bufferFrames; end == OutputLoop.End.STARVED; frames = Math.min(2 * frames, LARGEST)) {
                end = play(frames, realtime);
            }
            state = end == OutputLoop.End.GONE
                    ? new OutputState.NoDevice("the sound device does not answer any more")
                    : new OutputState.Closed();
        } catch (LineUnavailableException busy) {
            LOG.info("the sound device cannot be had: {}", busy.getMessage());
            state = new OutputState.NoDevice("the sound device cannot be had, another program may use it");
        } catch (IllegalArgumentException none) {
            LOG.info("no sound device: {}", none.getMessage());
            state = new OutputState.NoDevice("this machine has no sound device");
        } catch (RuntimeException | Error broken) {
            LOG.error("the audio thread broke", broken);
            state = new OutputState.NoDevice("the sound stopped by a fault: " + broken);
        }
    }

    private OutputLoop.End play(int bufferFrames, boolean realtime) throws LineUnavailableException {
        try (SourceDataLine line = line(bufferFrames)) {
            Card card = new Card(line);
            line.start();
            state = new OutputState.Playing(card.rate(), card.bufferFrames(), realtime);
            OutputLoop.End end = loop.run(card, () -> !closing);
            LOG.info("sound of {} Hz with {} frames of buffer: {}", card.rate(), card.bufferFrames(), end);
            line.flush();
            return end;
        }
    }

    /** A line of the first rate that the system has. */
    private static SourceDataLine line(int bufferFrames) throws LineUnavailableException {
        IllegalArgumentException none = new IllegalArgumentException("none");
        for (int rate : RATES) {
            try {
                AudioFormat format = new AudioFormat(rate, 16, 2, true, false);
                SourceDataLine line = AudioSystem.getSourceDataLine(format);
                line.open(format, bufferFrames * BYTES);
                return line;
            } catch (IllegalArgumentException notThis) {
                none = notThis;
            }
        }
        throw none;
    }

    /** A line as the loop sees it. */
    private record Card(SourceDataLine line) implements Sink {
        @Override
        public int rate() {
            return (int) line.getFormat().getSampleRate();
        }

        @Override
        public int bufferFrames() {
            return line.getBufferSize() / BYTES;
        }

        @Override
        public int write(byte[] bytes, int frames) {
            return line.write(bytes, 0, frames * BYTES) / BYTES;
        }
    }
}
