package tutti.client.audio;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps a sink filled, so that each room frame is heard when the room's clock says. Where the two are more than 2 ms
 * apart (a device's clock runs its own way; the room's may be corrected) the engine goes on nearer to the right frame,
 * or at it: what sounds goes on sounding, so it does not click. Its own thread only, except {@link #heardFrame}.
 */
final class OutputLoop {
    /** Frames a write: small against every buffer that is tried. */
    static final int BLOCK = 128;

    private static final long APART = 2 * Limits.RATE / 1_000;
    /** More than an estimate moves by while it settles: 3 ms were seen. */
    private static final long FAR = 3 * APART;

    private static final long SECOND = 1_000_000_000L;
    /** Less than this share of its rate in the first second, in per cent, and a device starves in silence. */
    private static final int ENOUGH = 90;
    /** Gaps within ten seconds that are too many. */
    private static final int GAPS = 3;

    private static final int GAP_SECONDS = 10;
    /**
     * Blocks from one look at the room's clock to the next: a quarter of a second, so that a lump settles in between.
     */
    private static final int STEERING = 94;
    /** A device may keep more than it says, a sound server behind it as much again. */
    private static final int MOST_BUFFERS = 4;

    /** Why a loop ended. */
    enum End {
        /** The device took less than its rate: its buffer is too small for this machine. */
        STARVED,
        /** The device does not take frames any more. */
        GONE,
        /** It was told to. */
        CLOSED
    }

    private final AudioEngine engine;
    private final RoomClock clock;
    private final LongSupplier nanoTime;
    private final AtomicLong ahead = new AtomicLong();
    private final float[] left = new float[BLOCK];
    private final float[] right = new float[BLOCK];
    private final byte[] bytes = new byte[BLOCK * 4];

    OutputLoop(AudioEngine engine, RoomClock clock, LongSupplier nanoTime) {
        this.engine = engine;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * The room frame that is heard at {@code nano}, as the device plays. Any thread; meaningful once frames were
     * written.
     */
    long heardFrame(long nano) {
        return RoomClock.framesIn(nano + ahead.get());
    }

    /** Fills {@code sink} while {@code goOn} says so. Blocks. */
    End run(Sink sink, BooleanSupplier goOn) {
        RateConverter converter = new RateConverter(engine, sink.rate());
        int capacity = fill(sink);
        if (capacity == 0) {
            return End.GONE;
        }
        long second = nanoTime.getAsLong();
        DeviceClock device = new DeviceClock(sink.rate(), capacity, second);
        int blocks = 0;
        int frames = 0;
        int seconds = 0;
        int gaps = 0;
        while (goOn.getAsBoolean()) {
            steer(device, converter, blocks++ % STEERING == 0);
            converter.render(left, right, BLOCK);
            encode();
            if (sink.write(bytes, BLOCK) < BLOCK) {
                return End.GONE;
            }
            long now = nanoTime.getAsLong();
            gaps += device.wrote(BLOCK, now) ? 1 : 0;
            frames += BLOCK;
            if (now - second >= SECOND) {
                boolean slow = frames * SECOND * 100 < (now - second) * sink.rate() * ENOUGH;
                if ((seconds == 0 && slow) || gaps >= GAPS) {
                    return End.STARVED;
                }
                second = now;
                frames = 0;
                gaps = ++seconds % GAP_SECONDS == 0 ? 0 : gaps;
            }
        }
        return End.CLOSED;
    }

    /** Silence until a write has to wait. Returns how many frames the device keeps, 0 if it is gone. */
    private int fill(Sink sink) {
        Arrays.fill(bytes, (byte) 0);
        long start = nanoTime.getAsLong();
        long before = start;
        int written = 0;
        while (written < MOST_BUFFERS * sink.bufferFrames()) {
            if (sink.write(bytes, BLOCK) < BLOCK) {
                return 0;
            }
            written += BLOCK;
            long now = nanoTime.getAsLong();
            boolean waited = (now - before) * sink.rate() * 2 > BLOCK * SECOND;
            if (waited && written > sink.bufferFrames()) {
                long played = (now - start) * sink.rate() / SECOND;
                return (int) Math.max(sink.bufferFrames(), written - played);
            }
            before = now;
        }
        return written;
    }

    private void steer(DeviceClock device, RateConverter converter, boolean may) {
        long heardAt = device.heardAt();
        long apart = clock.frameAt(heardAt) - converter.position();
        if (may && Math.abs(apart) > APART) {
            engine.moveTo(engine.position() + correction(apart));
        }
        ahead.set(RoomClock.nanosOf(converter.position()) - heardAt);
    }

    /**
     * By how much to go on elsewhere when so many frames apart. Far apart means that time was lost: all the way. A
     * little more than 2 ms is the device's drift, or an estimate that settles: back to 2 ms, so that beats stay even.
     */
    private static long correction(long apart) {
        return Math.abs(apart) > FAR ? apart : apart - Long.signum(apart) * APART;
    }

    private void encode() {
        for (int i = 0; i < BLOCK; i++) {
            put(4 * i, left[i]);
            put(4 * i + 2, right[i]);
        }
    }

    private void put(int at, float sample) {
        int value = Math.clamp(Math.round(sample * 32_768f), -32_768, 32_767);
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }
}
