package tutti.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tutti.server.net.Shares;

@DisplayName("A request's body")
class BodyTest {
    private static final int MOST = 3 * Limits.STEP_BYTES;
    private static final int SEED = 11;

    private final byte[] bytes = new byte[MOST + 2];

    BodyTest() {
        new Random(SEED).nextBytes(bytes);
    }

    private InputStream of(int size) {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    private static Load load(long most) {
        return new Load(new Shares(most, most), InetAddress.getLoopbackAddress());
    }

    private static Body read(InputStream from, Load load) {
        return Body.read(from, MOST, load);
    }

    static IntStream sizes() {
        return IntStream.of(0, Limits.SMALL_BYTES, Limits.SMALL_BYTES + Limits.STEP_BYTES, 2 * Limits.STEP_BYTES)
                .flatMap(size -> IntStream.of(size, size + 1, size + 2))
                .filter(size -> size <= MOST);
    }

    @ParameterizedTest(name = "of {0} bytes comes whole, as it was sent")
    @MethodSource("sizes")
    void whole(int size) {
        Body.Whole whole = assertInstanceOf(Body.Whole.class, read(of(size), load(Long.MAX_VALUE)));
        assertArrayEquals(Arrays.copyOf(bytes, size), whole.bytes());
    }

    @Test
    @DisplayName("may be as long as its route says and not a byte longer, whatever it says of its length itself")
    void most() {
        assertInstanceOf(Body.Whole.class, read(of(MOST), load(Long.MAX_VALUE)));
        assertEquals(new Body.TooLong(), read(of(MOST + 1), load(Long.MAX_VALUE)));
        assertEquals(new Body.TooLong(), Body.read(of(2), 1, load(Long.MAX_VALUE)));
    }

    @Test
    @DisplayName("costs memory only as it comes, a step at a time, and none if it is small")
    void memory() {
        int twoSteps = Limits.SMALL_BYTES + Limits.STEP_BYTES;
        assertInstanceOf(Body.Whole.class, read(of(Limits.SMALL_BYTES), load(0)));
        assertEquals(new Body.NoRoom(), read(of(Limits.SMALL_BYTES + 1), load(0)));
        assertEquals(new Body.NoRoom(), read(of(twoSteps + 1), load(Limits.STEP_BYTES)));
        assertInstanceOf(Body.Whole.class, read(of(twoSteps), load(3 * Limits.STEP_BYTES)));
    }

    @Test
    @DisplayName("that breaks off is told from one that ended")
    void broken() {
        InputStream breaks = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client went away");
            }
        };
        InputStream some = new SequenceInputStream(of(Limits.SMALL_BYTES + Limits.STEP_BYTES / 2), breaks);
        assertEquals(new Body.Broken(), read(some, load(Long.MAX_VALUE)));
    }
}
