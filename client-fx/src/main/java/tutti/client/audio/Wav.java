package tutti.client.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound as it lies in a WAV file: PCM of 16 or 24 bits. Its arrays are only ever read. */
final class Wav {
    private static final int HEADER = 44;
    private static final int PCM = 1;

    private final int rate;
    private final float[][] channels;

    /**
     * Takes the arrays as they are.
     *
     * @param rate frames a second
     * @param channels one array of samples from −1 to 1 a channel, all of one length
     */
    Wav(int rate, float[][] channels) {
        this.rate = rate;
        this.channels = channels;
    }

    int rate() {
        return rate;
    }

    /** Frames of sound. */
    int frames() {
        return channels[0].length;
    }

    float[] channel(int n) {
        return channels[n];
    }

    /** @throws IOException if this is no WAV file of 16 or 24 bit PCM, or longer than {@link Limits#SAMPLE_FRAMES} */
    static Wav parse(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER
                || !word(file, 0).equals("RIFF")
                || !word(file, 8).equals("WAVE")) {
            throw new IOException("not a WAV file");
        }
        int format = chunk(file, in, "fmt ", 16);
        int data = chunk(file, in, "data", 0);
        int channels = in.getShort(format + 2);
        int bits = in.getShort(format + 14);
        boolean shaped = channels == 1 || channels == 2;
        boolean coded = in.getShort(format) == PCM && (bits == 16 || bits == 24);
        if (!shaped || !coded) {
            throw new IOException("a WAV file, but not 16 or 24 bit PCM of 1 or 2 channels");
        }
        int frames = Math.min(in.getInt(data - 4), file.length - data) / (channels * bits / 8);
        if (frames < 0 || frames > Limits.SAMPLE_FRAMES) {
            throw new IOException("a WAV file of " + frames + " frames");
        }
        return new Wav(in.getInt(format + 4), samples(in, data, frames, channels, bits));
    }

    private static String word(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }

    /** Where the chunk's content begins. */
    private static int chunk(byte[] file, ByteBuffer in, String name, int least) throws IOException {
        int at = 12;
        while (at >= 12 && at + 8L + least <= file.length) {
            if (word(file, at).equals(name)) {
                return at + 8;
            }
            int size = in.getInt(at + 4);
            at = size < 0 ? -1 : at + 8 + size + (size & 1);
        }
        throw new IOException("a WAV file without " + name.strip());
    }

    private static float[][] samples(ByteBuffer in, int data, int frames, int channels, int bits) {
        float[][] out = new float[channels][frames];
        int bytes = bits / 8;
        for (int i = 0; i < frames; i++) {
            for (int c = 0; c < channels; c++) {
                int at = data + (i * channels + c) * bytes;
                int high = in.getShort(at + bytes - 2);
                out[c][i] = bits == 16 ? high / 32_768f : (high * 256 + (in.get(at) & 0xFF)) / 8_388_608f;
            }
        }
        return out;
    }

    /** One channel: the mean of all. */
    float[] mono() {
        float[] out = new float[frames()];
        for (float[] channel : channels) {
            for (int i = 0; i < out.length; i++) {
                out[i] += channel[i] / channels.length;
            }
        }
        return out;
    }

    /** Writes a file of 16 or 24 bits, rounded to the nearest, held at full scale. Blocks. */
    void write(OutputStream out, int bits) throws IOException {
        int width = channels.length * bits / 8;
        ByteBuffer file = ByteBuffer.allocate(HEADER + frames() * width).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + frames() * width);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) PCM);
        file.putShort((short) channels.length).putInt(rate).putInt(rate * width);
        file.putShort((short) width).putShort((short) bits);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(frames() * width);
        int most = (1 << (bits - 1)) - 1;
        for (int i = 0; i < frames(); i++) {
            for (float[] channel : channels) {
                put(file, (int) Math.clamp(Math.round(channel[i] * (most + 1.0)), -most - 1L, most), bits);
            }
        }
        out.write(file.array());
    }

    private static void put(ByteBuffer file, int sample, int bits) {
        for (int shift = 0; shift < bits; shift += 8) {
            file.put((byte) (sample >> shift));
        }
    }
}
