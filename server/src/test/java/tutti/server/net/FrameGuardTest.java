package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The frame guard")
class FrameGuardTest {
    private static final int FIN = 0x80;

    private final FrameGuard guard = new FrameGuard();

    private static byte[] frame(int first, int length) {
        return RawClient.frame(first, new byte[length], true);
    }

    @Test
    @DisplayName("lets through texts, whole or in fragments with control frames between, up to the limit")
    void honest() {
        List<byte[]> frames = List.of(
                frame(FIN | 1, 0),
                frame(FIN | 1, tutti.sync.Limits.CLIENT_FRAME),
                frame(1, 30_000),
                frame(FIN | 9, 125),
                frame(0, 30_000),
                frame(FIN | 10, 0),
                frame(FIN, 5_536),
                frame(FIN | 8, 2));
        for (byte[] bytes : frames) {
            assertNull(guard.scan(ByteBuffer.wrap(bytes)));
        }
        assertEquals(frames.size(), guard.frames());
    }

    @ParameterizedTest(name = "first byte {0}, {1} bytes: {2}")
    @CsvSource({
        "0x82, 1, 1003", // binary
        "0x80, 1, 1002", // continues nothing
        "0xC1, 1, 1002", // RSV1
        "0xA1, 1, 1002", // RSV2
        "0x91, 1, 1002", // RSV3
        "0x83, 1, 1002", // unknown data opcode
        "0x8B, 1, 1002", // unknown control opcode
        "0x89, 126, 1002", // long ping
        "0x09, 1, 1002", // ping in fragments
        "0x81, 65537, 1009",
    })
    @DisplayName("names the breach")
    void breaches(String first, int length, int code) {
        FrameGuard.Breach breach = guard.scan(ByteBuffer.wrap(frame(Integer.decode(first), length)));
        assertNotNull(breach);
        assertEquals(code, breach.code());
    }

    @Test
    @DisplayName("refuses a new text inside a fragmented one")
    void textInText() {
        assertNull(guard.scan(ByteBuffer.wrap(frame(1, 1))));
        FrameGuard.Breach breach = guard.scan(ByteBuffer.wrap(frame(FIN | 1, 1)));
        assertNotNull(breach);
        assertEquals(1002, breach.code());
    }

    @Test
    @DisplayName("refuses a length that is written longer than it needs to be")
    void longForm() {
        byte[] padded = {(byte) (FIN | 1), (byte) (0x80 | 126), 0, 5, 0, 0, 0, 0};
        FrameGuard.Breach breach = guard.scan(ByteBuffer.wrap(padded));
        assertNotNull(breach);
        assertEquals(1002, breach.code());
    }

    @ParameterizedTest(name = "{0}, {1} bytes at a time")
    @CsvSource({"bye \u00e9, 1, 0", "bye \u00e9, 99, 0", "bye \u00c3, 1, 1007", "bye \u00c3, 99, 1007"})
    @DisplayName("refuses a close whose words are not UTF-8, as the library cannot")
    void closeWords(String words, int step, int code) {
        byte[] mask = {17, 34, 51, 68};
        String payload = "\u0003\u00e8" + words.replace("\u00e9", "\u00c3\u00a9");
        byte[] bytes = RawClient.frame(FIN | 8, payload.getBytes(StandardCharsets.ISO_8859_1), true);
        System.arraycopy(mask, 0, bytes, 2, mask.length);
        for (int i = 0; i < payload.length(); i++) {
            bytes[6 + i] ^= mask[i % mask.length];
        }
        FrameGuard.Breach breach = null;
        for (int from = 0; from < bytes.length; from += step) {
            assertNull(breach);
            breach = guard.scan(ByteBuffer.wrap(bytes, from, Math.min(step, bytes.length - from)));
        }
        assertEquals(code, breach == null ? 0 : breach.code());
    }

    @Test
    @DisplayName("judges the same however the bytes are cut")
    void anyCut() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            stream.writeBytes(frame(FIN | 1, random.nextInt(300) * random.nextInt(3)));
        }
        stream.writeBytes(frame(FIN | 2, 1));
        ByteBuffer whole = ByteBuffer.wrap(stream.toByteArray());
        while (whole.remaining() > 20) {
            int cut = 1 + random.nextInt(20);
            assertNull(guard.scan(whole.slice(whole.position(), cut)));
            whole.position(whole.position() + cut);
        }
        assertNotNull(guard.scan(whole));
        assertEquals(201, guard.frames());
    }
}
