package tutti.server.store;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Runs of bytes and of numbers, each deflated for itself so that it gets a code of its own. Numbers lie as planes: all
 * lowest bytes, then all second bytes, up to the highest that any of them needs.
 */
final class Deflated {
    private static final int[] STRATEGIES = {Deflater.DEFAULT_STRATEGY, Deflater.HUFFMAN_ONLY};
    /** More than any run of a pack takes; so what is damaged asks for no more memory. */
    private static final int MOST = 64 * 1024 * 1024;

    private Deflated() {}

    static void write(DataOutputStream out, byte[] raw) throws IOException {
        byte[] least = deflated(raw, STRATEGIES[0]);
        for (int i = 1; i < STRATEGIES.length; i++) {
            byte[] other = deflated(raw, STRATEGIES[i]);
            least = other.length < least.length ? other : least;
        }
        out.writeInt(raw.length);
        out.writeInt(least.length);
        out.write(least);
    }

    private static byte[] deflated(byte[] raw, int strategy) {
        try (Deflater best = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            best.setStrategy(strategy);
            best.setInput(raw);
            best.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] some = new byte[8_192];
            while (!best.finished()) {
                packed.write(some, 0, best.deflate(some));
            }
            return packed.toByteArray();
        }
    }

    /** What {@link #write(DataOutputStream, byte[])} wrote. */
    static byte[] read(DataInputStream in) throws IOException {
        byte[] raw = new byte[length(in)];
        byte[] packed = new byte[length(in)];
        in.readFully(packed);
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            int done = 0;
            while (done < raw.length) {
                int more = inflater.inflate(raw, done, raw.length - done);
                if (more == 0) {
                    throw new IOException("it is not as long as it was");
                }
                done += more;
            }
            return raw;
        } catch (DataFormatException damaged) {
            throw new IOException(damaged);
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("it has a run of " + length + " bytes");
        }
        return length;
    }

    /** Writes numbers, of which small ones cost least. */
    static void write(DataOutputStream out, long[] numbers) throws IOException {
        int planes = planes(numbers);
        out.writeInt(numbers.length);
        out.writeByte(planes);
        for (int plane = 0; plane < planes; plane++) {
            write(out, plane(numbers, plane));
        }
    }

    /** Roughly how many bits these numbers take: what each plane takes if its bytes do not depend on one another. */
    static double estimate(long[] numbers) {
        double bits = 0;
        for (int plane = 0; plane < planes(numbers); plane++) {
            int[] counts = new int[1 << Byte.SIZE];
            for (byte each : plane(numbers, plane)) {
                counts[each & 0xFF]++;
            }
            for (int count : counts) {
                bits -= count == 0 ? 0 : count * Math.log((double) count / numbers.length) / Math.log(2);
            }
        }
        return bits;
    }

    private static int planes(long[] numbers) {
        long any = 0;
        for (long number : numbers) {
            any |= folded(number);
        }
        return (Long.SIZE - Long.numberOfLeadingZeros(any) + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static byte[] plane(long[] numbers, int plane) {
        byte[] raw = new byte[numbers.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) (folded(numbers[i]) >>> (plane * Byte.SIZE));
        }
        return raw;
    }

    /** What {@link #write(DataOutputStream, long[])} wrote. */
    static long[] readNumbers(DataInputStream in) throws IOException {
        long[] numbers = new long[length(in)];
        int planes = in.readUnsignedByte();
        for (int plane = 0; plane < planes; plane++) {
            byte[] raw = read(in);
            if (raw.length != numbers.length) {
                throw new IOException("it has planes of unequal length");
            }
            for (int i = 0; i < raw.length; i++) {
                numbers[i] |= (raw[i] & 0xFFL) << (plane * Byte.SIZE);
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (numbers[i] >>> 1) ^ -(numbers[i] & 1);
        }
        return numbers;
    }

    /** Small numbers of either sign to small ones without. */
    private static long folded(long number) {
        return (number << 1) ^ (number >> (Long.SIZE - 1));
    }
}
