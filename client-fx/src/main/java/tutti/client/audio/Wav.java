package tutti.client.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Sound as it lies in a WAV file: PCM of 16 or 24 bits.
 *
 * @param rate frames a second
 * @param channels one array of samples from −1 to 1 a channel, all of one length
 */
record Wav(int rate, float[][] channels) {
    private static final int HEADER = 44;
    private static final int PCM = 1;

    /** Frames of sound. */
    int frames() {
        return channels[0].length;
    }

    /** @throws IOException if {@code file} is not a WAV file of 16 or 24 bit PCM, or longer than {@link Limits#SAMPLE_FRAMES} */
    static Wav parse(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER || !word(in, 0).equals("RIFF") || !word(in, 8).equals("WAVE")) {
            throw new IOException("not a WAV file");
        }
        int format = chunk(in, "fmt ", 16);
        int data = chunk(in, "data", 0);
        int channels = in.getShort(format + 2);
        int bits = in.getShort(format + 14);
        int width = channels * bits / 8;
        if (in.getShort(format) != PCM || channels < 1 || channels > 2 || bits != 16 && bits != 24) {
            throw new IOException("a WAV file, but not 16 or 24 bit PCM of 1 or 2 channels");
        }
        int frames = Math.min(in.getInt(data - 4), file.length - data) / width;
        if (frames < 0 || frames > Limits.SAMPLE_FRAMES) {
            throw new IOException("a WAV file of " + frames + " frames");
        }
        return new Wav(in.getInt(format + 4), samples(in, data, frames, channels, bits));
    }

    private static String word(ByteBuffer in, int at) {
        return new String(in.array(), at, 4, StandardCharsets.US_ASCII);
    }

    /** Where the chunk's content begins. */
    private static int chunk(ByteBuffer in, String name, int least) throws IOException {
        int at = 12;
        while (at >= 12 && at + 8 + least <= in.capacity()) {
            if (word(in, at).equals(name)) {
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
                out[c][i] = bits == 16
                        ? in.getShort(at) / 32_768f
                        : (in.get(at) & 0xFF | (in.getShort(at + 1) << 8)) / 8_388_608f;
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
                int sample = Math.clamp(Math.round(channel[i] * (most + 1.0)), -most - 1, most);
                file.put((byte) sample);
                file.put((byte) (sample >> 8));
                if (bits == 24) {
                    file.put((byte) (sample >> 16));
                }
            }
        }
        out.write(file.array());
    }
}
