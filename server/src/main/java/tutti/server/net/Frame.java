package tutti.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One text message to clients, encoded once as a WebSocket frame (RFC 6455, 5.2: final, unmasked) and shared by every
 * connection that sends it. Immutable; any thread.
 */
public final class Frame {
    private static final int FIN_TEXT = 0x81;
    private static final int FIN_PING = 0x89;
    private static final int FIN_PONG = 0x8A;
    private static final int MAX_TINY = 125;
    private static final int MAX_SHORT = 0xFFFF;
    private static final int SHORT_FOLLOWS = 126;
    private static final int LONG_FOLLOWS = 127;

    private final byte[] encoded;

    private Frame(byte[] encoded) {
        this.encoded = encoded;
    }

    /**
     * The frame of a JSON text.
     *
     * @throws IllegalArgumentException if the text is longer than {@link tutti.sync.Limits#SERVER_FRAME}
     */
    public static Frame text(String json) {
        return text(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The frame of a JSON text that is UTF-8 bytes already.
     *
     * @throws IllegalArgumentException if there are more than {@link tutti.sync.Limits#SERVER_FRAME}
     */
    public static Frame text(byte[] utf8) {
        if (utf8.length > tutti.sync.Limits.SERVER_FRAME) {
            throw new IllegalArgumentException("a frame of " + utf8.length + " bytes");
        }
        return new Frame(encode(FIN_TEXT, utf8));
    }

    /** The WebSocket ping that every client owes a pong for. */
    static Frame ping() {
        return new Frame(encode(FIN_PING, new byte[0]));
    }

    /** The answer to a client's WebSocket ping, with its payload of at most 125 bytes. */
    static Frame pong(byte[] payload) {
        return new Frame(encode(FIN_PONG, payload));
    }

    private static byte[] encode(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + headerBytes(payload.length));
        frame.put((byte) first);
        if (payload.length <= MAX_TINY) {
            frame.put((byte) payload.length);
        } else if (payload.length <= MAX_SHORT) {
            frame.put((byte) SHORT_FOLLOWS).putShort((short) payload.length);
        } else {
            frame.put((byte) LONG_FOLLOWS).putLong(payload.length);
        }
        return frame.put(payload).array();
    }

    private static int headerBytes(int payload) {
        if (payload <= MAX_TINY) {
            return 2;
        }
        return payload <= MAX_SHORT ? 4 : 10;
    }

    /** Bytes on the wire, header included. */
    public int size() {
        return encoded.length;
    }

    /** A view with a position of its own over the shared bytes, which nobody may write to. */
    ByteBuffer view() {
        return ByteBuffer.wrap(encoded);
    }
}
