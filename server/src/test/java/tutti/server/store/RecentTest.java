package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("The newest stretch of a file")
class RecentTest {
    private final Recent recent = new Recent();

    @AfterEach
    void close() {
        recent.close();
    }

    @RepeatedTest(4)
    @DisplayName("is what lies in the file, whatever is written where, and is never guessed")
    void equalsTheFile(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        byte[] file = new byte[4 * Recent.BYTES];
        int end = 0;
        int known = 0;
        for (int i = 0; i < 300; i++) {
            int length = 1 + random.nextInt(i % 50 == 0 ? Recent.BYTES * 3 / 2 : 30_000);
            boolean jumps = random.nextInt(200) == 0 || end + length > file.length;
            int at = jumps ? random.nextInt(file.length - length) : end;
            byte[] content = new byte[length];
            random.nextBytes(content);
            System.arraycopy(content, 0, file, at, length);
            recent.wrote(ByteBuffer.wrap(content), at);
            end = at + length;
            int from = Math.max(0, end - random.nextInt(Recent.BYTES + 40_000) - 1);
            ByteBuffer into = ByteBuffer.allocate(1 + random.nextInt(end - from));
            if (recent.read(into, from)) {
                known++;
                assertFalse(into.hasRemaining());
                assertArrayEquals(Arrays.copyOfRange(file, from, from + into.capacity()), into.array());
            } else {
                assertEquals(0, into.position());
            }
        }
        assertTrue(known > 150, known + " reads were known");
    }

    @Test
    @DisplayName("is known from the end back to its size, and not a byte further")
    void bounds() {
        byte[] all = new byte[Recent.BYTES + 100];
        recent.wrote(ByteBuffer.wrap(all), 5_000);
        assertTrue(recent.read(ByteBuffer.allocate(10), 5_100));
        assertFalse(recent.read(ByteBuffer.allocate(10), 5_099));
        assertTrue(recent.read(ByteBuffer.allocate(10), 5_000 + all.length - 10));
        assertFalse(recent.read(ByteBuffer.allocate(10), 5_000 + all.length - 9));
    }

    @Test
    @DisplayName("is unknown after it was forgotten, or where a gap was left")
    void forgets() {
        recent.wrote(ByteBuffer.wrap(new byte[100]), 0);
        recent.wrote(ByteBuffer.wrap(new byte[100]), 200);
        assertFalse(recent.read(ByteBuffer.allocate(1), 99));
        assertFalse(recent.read(ByteBuffer.allocate(1), 150));
        assertTrue(recent.read(ByteBuffer.allocate(100), 200));
        recent.forget();
        assertFalse(recent.read(ByteBuffer.allocate(1), 200));
    }

    @Test
    @DisplayName("is unknown once it was closed, so that a late read hears of the file that it is closed")
    void closed() {
        Recent other = new Recent();
        other.wrote(ByteBuffer.wrap(new byte[100]), 0);
        other.close();
        assertFalse(other.read(ByteBuffer.allocate(1), 0));
    }
}
