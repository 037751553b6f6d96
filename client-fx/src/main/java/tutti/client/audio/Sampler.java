package tutti.client.audio;

/**
 * Plays a sound of the catalogue, faster or slower. At its own speed it is copied, sample by sample; at any other it is
 * read through {@link Sinc}. The position is a whole number in 32.32 fixed point, so that a pitch is exact to under a
 * millionth of a cent and does not depend on how blocks are cut.
 */
final class Sampler implements Source {
    private static final long ONE = 1L << 32;
    private static final float[] SILENCE = new float[2 * Sinc.MARGIN];

    private final Sinc sinc;
    private float[] data = SILENCE;
    private float[] bank;
    private long position;
    private long increment;
    private int left;

    Sampler(Sinc sinc) {
        this.sinc = sinc;
        this.bank = sinc.bankFor(ONE);
    }

    /**
     * Begins {@code pcm} at {@code semitones} from its own pitch.
     *
     * @param skip per mille of the sound that is not played
     * @param reverse plays from the end
     */
    void start(Pcm pcm, double semitones, int skip, boolean reverse) {
        double rate = semitones == 0 ? 1 : Dsp.exp2(semitones / 12);
        int octave = Pcm.octaveFor(rate);
        data = pcm.octave(octave);
        long step = Math.round(rate / (1 << octave) * ONE);
        bank = sinc.bankFor(step);
        int samples = data.length - 2 * Sinc.MARGIN;
        int from = (int) ((long) samples * skip / 1_000);
        increment = reverse ? -step : step;
        position = (long) (Sinc.MARGIN + (reverse ? samples - 1 - from : from)) << 32;
        left = (int) Math.min(Integer.MAX_VALUE, (((long) (samples - from) << 32) + step - 1) / step);
    }

    @Override
    public void render(float[] out, int frames) {
        int sounding = Math.min(frames, left);
        if (increment == ONE) {
            System.arraycopy(data, (int) (position >> 32), out, 0, sounding);
            position += (long) sounding << 32;
        } else {
            read(out, sounding);
        }
        left -= sounding;
        java.util.Arrays.fill(out, sounding, frames, 0);
    }

    private void read(float[] out, int frames) {
        float[] from = data;
        float[] weights = bank;
        long at = position;
        for (int i = 0; i < frames; i++) {
            out[i] = Sinc.read(from, at, weights);
            at += increment;
        }
        position = at;
    }

    /** A recording goes on as it was; the voice fades it. */
    @Override
    public void release() {}

    @Override
    public boolean ended() {
        return left == 0;
    }
}
