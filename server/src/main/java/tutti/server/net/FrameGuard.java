package tutti.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frame headers (RFC 6455, 5.2), and the words of a close, of one client's stream before the library
 * allocates anything for them. What it lets through is masked, text or control, and bounded over all fragments of a
 * message. One thread at a time.
 */
final class FrameGuard {
    /** Why a client is closed: RFC 6455 code and words. */
    record Breach(int code, String reason) {}

    private static final Breach UNMASKED = new Breach(1002, "a client masks its frames");
    private static final Breach RESERVED = new Breach(1002, "a reserved bit or opcode is used");
    private static final Breach LENGTH = new Breach(1002, "a length is not in its shortest form");
    private static final Breach CONTROL = new Breach(1002, "a control frame is long or in fragments");
    private static final Breach ORDER = new Breach(1002, "fragments are out of order");
    private static final Breach BINARY = new Breach(1003, "only text is understood");
    private static final Breach WORDS = new Breach(1007, "the words of a close are not UTF-8");
    private static final Breach TOO_BIG =
            new Breach(1009, "a message is at most " + tutti.sync.Limits.CLIENT_FRAME + " bytes");
    private static final Breach TOO_MANY =
            new Breach(1009, "a message is at most " + Limits.CLIENT_FRAGMENTS + " fragments");

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY_DATA = 2;
    private static final int CLOSE = 8;
    private static final int PONG = 10;
    private static final int MASK_BYTES = 4;
    private static final int CODE_BYTES = 2;
    private static final int MAX_CONTROL = 125;

    private final ByteBuffer header = ByteBuffer.allocate(14);
    /** Of a close frame, as it came: the library fails on words that are not UTF-8. */
    private final ByteBuffer closing = ByteBuffer.allocate(MAX_CONTROL);

    private boolean isClose;
    private long payloadLeft;
    private boolean inMessage;
    private long messageBytes;
    private int fragments;
    private long frames;

    /** Reads on; the breach that these bytes hold, or null. After a breach this must not be asked again. */
    @Nullable
    Breach scan(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (payloadLeft > 0) {
                pass(bytes, (int) Math.min(payloadLeft, bytes.remaining()));
                if (isClose && payloadLeft == 0 && !saysWords()) {
                    return WORDS;
                }
            } else if (headerIsComplete(bytes.get())) {
                Breach breach = judge();
                if (breach != null) {
                    return breach;
                }
                header.clear();
            }
        }
        return null;
    }

    private void pass(ByteBuffer bytes, int length) {
        if (isClose) {
            closing.put(bytes.slice(bytes.position(), length));
        }
        bytes.position(bytes.position() + length);
        payloadLeft -= length;
    }

    private boolean saysWords() {
        ByteBuffer words = ByteBuffer.allocate(MAX_CONTROL);
        for (int i = CODE_BYTES; i < closing.position(); i++) {
            // The header is still that of the close frame, whose mask stands right behind its first two bytes.
            words.put((byte) (closing.get(i) ^ header.get(2 + i % MASK_BYTES)));
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(words.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Frames whose header was read. */
    long frames() {
        return frames;
    }

    private boolean headerIsComplete(byte next) {
        header.put(next);
        return header.position() >= 2 && header.position() == 2 + lengthBytes() + (isMasked() ? MASK_BYTES : 0);
    }

    private boolean isMasked() {
        return (header.get(1) & 0x80) != 0;
    }

    private int lengthBytes() {
        return switch (header.get(1) & 0x7F) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
    }

    private long length() {
        return switch (lengthBytes()) {
            case 2 -> header.getShort(2) & 0xFFFF;
            case 8 -> header.getLong(2);
            default -> header.get(1) & 0x7F;
        };
    }

    private @Nullable Breach judge() {
        frames++;
        int first = header.get(0) & 0xFF;
        int opcode = first & 0x0F;
        boolean fin = (first & 0x80) != 0;
        long length = length();
        if (!isMasked()) {
            return UNMASKED;
        }
        if ((first & 0x70) != 0 || (opcode > BINARY_DATA && opcode < CLOSE) || opcode > PONG) {
            return RESERVED;
        }
        if (!isShortest(length)) {
            return LENGTH;
        }
        payloadLeft = length;
        isClose = opcode == CLOSE;
        closing.clear();
        if (opcode >= CLOSE) {
            return fin && lengthBytes() == 0 ? null : CONTROL;
        }
        return judgeMessage(opcode, fin, length);
    }

    private boolean isShortest(long length) {
        return switch (lengthBytes()) {
            case 2 -> length > 125;
            case 8 -> length > 0xFFFF;
            default -> true;
        };
    }

    private @Nullable Breach judgeMessage(int opcode, boolean fin, long length) {
        if (opcode == BINARY_DATA) {
            return BINARY;
        }
        if (inMessage != (opcode == CONTINUATION)) {
            return ORDER;
        }
        messageBytes = (opcode == TEXT ? 0 : messageBytes) + length;
        fragments = opcode == TEXT ? 1 : fragments + 1;
        inMessage = !fin;
        if (messageBytes > tutti.sync.Limits.CLIENT_FRAME) {
            return TOO_BIG;
        }
        return fragments > Limits.CLIENT_FRAGMENTS ? TOO_MANY : null;
    }
}
