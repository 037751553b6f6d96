package tutti.client.audio;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound card, and the one class that knows Java Sound. It has a thread of its own, the audio thread, which renders
 * the engine and feeds the card. Where there is no card, or it fails, it says so as a value, the room's time goes on
 * silently, and the card is tried again every few seconds. Public methods: any thread, none blocks except
 * {@link #close}.
 */
public final class AudioDevice implements Output {
    private static final Logger LOG = LoggerFactory.getLogger(AudioDevice.class);
    private static final int[] RATES = {48_000, 44_100};
    private static final int LARGEST = 8_192;
    private static final int BYTES = 4;
    private static final long AGAIN_MILLIS = 3_000;

    /** What the machine can play on. */
    interface Cards {
        /** @throws IllegalArgumentException if there is nothing of the kind */
        Card open(int bufferFrames) throws LineUnavailableException;
    }

    /** A card that is open. */
    interface Card extends Sink, AutoCloseable {
        /** Gives it back. */
        @Override
        void close();
    }

    private final RoomClock clock;
    private final OutputLoop loop;
    private final Thread thread;
    private final Cards cards;
    private final long againMillis;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile OutputState state = new OutputState.Opening();

    /** @param againMillis after which a card is tried again that was not there or failed */
    AudioDevice(AudioEngine engine, RoomClock clock, int bufferFrames, Score warmUp, Cards cards, long againMillis) {
        this.clock = clock;
        this.cards = cards;
        this.againMillis = againMillis;
        this.loop = new OutputLoop(engine, clock, System::nanoTime);
        this.thread = Thread.ofPlatform().name("tutti-audio").daemon(true).start(() -> run(bufferFrames, warmUp));
    }

    /**
     * Opens the system's usual device and plays the engine on it, from now on the engine's only audio thread.
     *
     * @param bufferFrames to try first, at least 256; it doubles while the device cannot keep up
     * @param warmUp is rendered offline for a moment first, from its newest launch on, beside a beat of our own, so
     * that the compiler is done when the first note comes
     */
    public static AudioDevice open(AudioEngine engine, RoomClock clock, int bufferFrames, Score warmUp) {
        return new AudioDevice(engine, clock, bufferFrames, warmUp, AudioDevice::card, AGAIN_MILLIS);
    }

    @Override
    public OutputState state() {
        return state;
    }

    @Override
    public long heardFrame(long nanoTime) {
        return state instanceof OutputState.Playing ? loop.heardFrame(nanoTime) : clock.frameAt(nanoTime);
    }

    @Override
    public void close() {
        closing.countDown();
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
            do {
                state = attempt(bufferFrames, realtime);
            } while (!closing.await(againMillis, TimeUnit.MILLISECONDS));
            state = new OutputState.Closed();
        } catch (InterruptedException told) {
            LOG.info("the audio thread was told to end");
            state = new OutputState.Closed();
        } catch (RuntimeException | Error broken) {
            state = broken(broken);
        }
    }

    /** Plays until that ends, and says how. */
    private OutputState attempt(int bufferFrames, boolean realtime) {
        try {
            OutputLoop.End end = OutputLoop.End.STARVED;
            for (int frames = bufferFrames; end == OutputLoop.End.STARVED; frames = Math.min(2 * frames, LARGEST)) {
                end = play(frames, realtime);
            }
            return end == OutputLoop.End.GONE
                    ? none("the sound device does not answer any more", "it took no more frames")
                    : new OutputState.Closed();
        } catch (LineUnavailableException busy) {
            return none("the sound device cannot be had, another program may use it", busy.getMessage());
        } catch (IllegalArgumentException none) {
            return none("this machine has no sound device", none.getMessage());
        } catch (RuntimeException | Error broken) {
            return broken(broken);
        }
    }

    /** Said again and again while it stays so, and logged once. */
    private OutputState none(String reason, @Nullable String detail) {
        OutputState none = new OutputState.NoDevice(reason);
        if (!none.equals(state)) {
            LOG.info("{}: {}", reason, detail);
        }
        return none;
    }

    private static OutputState broken(Throwable fault) {
        LOG.error("the audio thread broke", fault);
        return new OutputState.NoDevice("the sound stopped by a fault: " + fault);
    }

    private OutputLoop.End play(int bufferFrames, boolean realtime) throws LineUnavailableException {
        try (Card card = cards.open(bufferFrames)) {
            state = new OutputState.Playing(card.rate(), card.bufferFrames(), realtime);
            OutputLoop.End end = loop.run(card, () -> closing.getCount() > 0);
            LOG.info("sound of {} Hz with {} frames of buffer: {}", card.rate(), card.bufferFrames(), end);
            return end;
        }
    }

    /** A line of the first rate that the system has. */
    private static Card card(int bufferFrames) throws LineUnavailableException {
        IllegalArgumentException none = new IllegalArgumentException("none");
        for (int rate : RATES) {
            try {
                AudioFormat format = new AudioFormat(rate, 16, 2, true, false);
                SourceDataLine line = AudioSystem.getSourceDataLine(format);
                line.open(format, bufferFrames * BYTES);
                line.start();
                return new SystemCard(line);
            } catch (IllegalArgumentException notThis) {
                none = notThis;
            }
        }
        throw none;
    }

    /** A line as the loop sees it. */
    private record SystemCard(SourceDataLine line) implements Card {
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

        @Override
        public void close() {
            line.flush();
            line.close();
        }
    }
}
