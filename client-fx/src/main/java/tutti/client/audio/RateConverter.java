package tutti.client.audio;

/**
 * Between the engine's 48 kHz and a device of another rate: the frames of the engine, read in between through {@link
 * Sinc}. At 48 kHz it hands them on as they are. Audio thread only.
 */
final class RateConverter {
    private static final long ONE = 1L << 32;
    private static final int ROOM = 2 * Limits.CHUNK + 2 * Sinc.TAPS;

    private final AudioEngine engine;
    private final long increment;
    private final float[] bank;
    private final float[] left = new float[ROOM];
    private final float[] right = new float[ROOM];
    private int filled = Sinc.TAPS;
    private long position = (long) Sinc.TAPS << 32;

    RateConverter(AudioEngine engine, int rate) {
        this.engine = engine;
        this.increment = Math.round((double) Limits.RATE / rate * ONE);
        this.bank = new Sinc().bankFor(increment);
    }

    /** The room frame that the next call begins with. */
    long position() {
        return increment == ONE ? engine.position() : engine.position() - filled + (position >> 32);
    }

    /** The next {@code frames} frames of the device, at most {@link Limits#CHUNK}. */
    void render(float[] toLeft, float[] toRight, int frames) {
        if (increment == ONE) {
            engine.render(toLeft, toRight, frames);
            return;
        }
        fill((int) ((position + increment * (frames - 1)) >> 32) + Sinc.TAPS);
        for (int i = 0; i < frames; i++) {
            toLeft[i] = Sinc.read(left, position, bank);
            toRight[i] = Sinc.read(right, position, bank);
            position += increment;
        }
        drop((int) (position >> 32) - Sinc.TAPS);
    }

    private void fill(int needed) {
        while (filled < needed) {
            int more = Math.min(Limits.CHUNK, needed - filled);
            engine.render(left, right, filled, more);
            filled += more;
        }
    }

    private void drop(int frames) {
        System.arraycopy(left, frames, left, 0, filled - frames);
        System.arraycopy(right, frames, right, 0, filled - frames);
        filled -= frames;
        position -= (long) frames << 32;
    }
}
