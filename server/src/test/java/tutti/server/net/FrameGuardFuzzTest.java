package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import tutti.sync.Limits;

/** Whatever a client's socket says, cut into whatever pieces. */
@Tag("slow")
@DisplayName("Whatever bytes a socket brings, in whatever pieces,")
class FrameGuardFuzzTest {
    /** What came of a stream: the code it is closed with, 0 for none, and how many headers were read. */
    private record Judged(int code, long frames) {}

    @FuzzTest(maxDuration = "1m")
    @DisplayName("the frame guard judges the stream as a reader judges it who has all of it")
    void anyPieces(byte[] bytes) {
        Judged whole = new Reader(ByteBuffer.wrap(bytes)).judge();
        assertEquals(whole, scan(bytes, bytes.length, bytes.length));
        assertEquals(whole, scan(bytes, 1, 1));
        assertEquals(whole, scan(bytes, 1, 20));
    }

    private static Judged scan(byte[] bytes, int least, int most) {
        FrameGuard guard = new FrameGuard();
        Random random = new Random(bytes.length);
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(bytes.length - from, random.nextInt(least, most + 1));
            ByteBuffer piece = ByteBuffer.wrap(bytes, from, length);
            Optional<FrameGuard.Breach> breach = Optional.ofNullable(guard.scan(piece));
            if (breach.isPresent()) {
                return new Judged(breach.get().code(), guard.frames());
            }
            assertEquals(0, piece.remaining());
            from += length;
        }
        return new Judged(0, guard.frames());
    }

    /** RFC 6455, 5.2 to 5.5, and our bounds, said over again for one who need not wait for bytes. */
    private static final class Reader {
        private static final long NONE = -1;

        private final ByteBuffer in;
        /** Of the message that has begun, bytes and fragments. */
        private long bytes = NONE;

        private int fragments;

        Reader(ByteBuffer in) {
            this.in = in;
        }

        Judged judge() {
            for (long frames = 1; ; frames++) {
                if (in.remaining() < 2) {
                    return new Judged(0, frames - 1);
                }
                int first = in.get() & 0xFF;
                int second = in.get() & 0xFF;
                int size = second & 0x7F;
                int more = size == 126 ? 2 : size == 127 ? 8 : 0;
                if (in.remaining() < more + (second > 0x7F ? 4 : 0)) {
                    return new Judged(0, frames - 1);
                }
                long length = more == 2 ? in.getShort() & 0xFFFF : more == 8 ? in.getLong() : size;
                int code = second > 0x7F ? code(first, length, more) : 1002;
                if (code != 0) {
                    return new Judged(code, frames);
                }
                int mask = in.getInt();
                if ((first & 15) == 8 && length <= in.remaining() && !saysWords((int) length, mask)) {
                    return new Judged(1007, frames);
                }
                in.position((int) Math.min(in.limit(), in.position() + length));
            }
        }

        /** Of a close frame: what stands behind the code is UTF-8, or nothing. */
        private boolean saysWords(int length, int mask) {
            byte[] words = new byte[Math.max(0, length - 2)];
            for (int i = 0; i < words.length; i++) {
                words[i] = (byte) (in.get(in.position() + i + 2) ^ mask >> 8 * (3 - (i + 2) % 4));
            }
            return Arrays.equals(words, new String(words, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        }

        private int code(int first, long length, int more) {
            boolean padded = (more == 2 && length < 126) || (more == 8 && length < 0x1_0000);
            boolean control = (first & 8) != 0;
            boolean known = (first & 7) < 3 && first % 0x80 < 0x10;
            if (!known || padded || (control && (first < 0x80 || length > 125))) {
                return 1002;
            }
            return control ? 0 : (first & 7) == 2 ? 1003 : ofMessage(first, length);
        }

        private int ofMessage(int first, long length) {
            boolean begins = (first & 7) == 1;
            if (begins != (bytes == NONE)) {
                return 1002;
            }
            long sum = begins ? length : bytes + length;
            fragments = begins ? 1 : fragments + 1;
            bytes = first < 0x80 ? sum : NONE;
            return sum > Limits.CLIENT_FRAME || fragments > tutti.server.net.Limits.CLIENT_FRAGMENTS ? 1009 : 0;
        }
    }
}
