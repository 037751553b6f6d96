package tutti.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import tutti.server.net.RawClient.Writing;

/** Frames that no client sends (RFC 6455, 5 and 7.4), each with the code that the server closes with. */
final class Oddities {
    private static final int FIN = 0x80;
    private static final int MORE = 0;

    /** Some frames, one behind the other, of which the last is wrong. */
    record Oddity(String name, int code, byte[]... frames) {
        void against(Attack attack) throws IOException {
            try (RawClient enemy = RawClient.open(attack.line())) {
                Writing odd = () -> {
                    for (byte[] frame : frames) {
                        enemy.raw(frame);
                    }
                };
                int found = enemy.closeCodeWhile(odd);
                if (found != code) {
                    throw new AssertionError(name + ": wanted " + code + ", but was " + found);
                }
            }
        }
    }

    private static final List<Oddity> ALL = List.of(
            new Oddity("first reserved bit", 1002, frame(FIN | 0x40 | RawClient.TEXT, "a")),
            new Oddity("second reserved bit", 1002, frame(FIN | 0x20 | RawClient.TEXT, "a")),
            new Oddity("third reserved bit", 1002, frame(FIN | 0x10 | RawClient.TEXT, "a")),
            new Oddity("reserved opcode 3", 1002, frame(FIN | 3, "a")),
            new Oddity("reserved opcode 7", 1002, frame(FIN | 7, "a")),
            new Oddity("reserved opcode 11", 1002, frame(FIN | 11, "a")),
            new Oddity("reserved opcode 15", 1002, frame(FIN | 15, "")),
            new Oddity("unmasked text", 1002, RawClient.frame(FIN | RawClient.TEXT, new byte[] {'a'}, false)),
            new Oddity("unmasked close", 1002, RawClient.frame(FIN | RawClient.CLOSE, new byte[0], false)),
            new Oddity("long ping", 1002, frame(FIN | RawClient.PING, "a".repeat(126))),
            new Oddity("long close", 1002, frame(FIN | RawClient.CLOSE, "\u0003\u00e8" + "a".repeat(124))),
            new Oddity("ping in fragments", 1002, frame(RawClient.PING, "a")),
            new Oddity("close in fragments", 1002, frame(RawClient.CLOSE, "")),
            new Oddity("binary", 1003, frame(FIN | 2, "a")),
            new Oddity("continuation of nothing", 1002, frame(FIN | MORE, "a")),
            new Oddity("text in a text", 1002, frame(RawClient.TEXT, "a"), frame(FIN | RawClient.TEXT, "b")),
            new Oddity("text that is not UTF-8", 1007, frame(FIN | RawClient.TEXT, "\u00c3(")),
            new Oddity("text that is UTF-8 but for its end", 1007, frame(FIN | RawClient.TEXT, "a\u00e2\u0082")),
            new Oddity("a slash in two bytes", 1007, frame(FIN | RawClient.TEXT, "\u00c0\u00af")),
            new Oddity("half a surrogate", 1007, frame(FIN | RawClient.TEXT, "\u00ed\u00a0\u0080")),
            new Oddity("beyond Unicode", 1007, frame(FIN | RawClient.TEXT, "\u00f4\u0090\u0080\u0080")),
            new Oddity("bad in fragments", 1007, frame(RawClient.TEXT, "\u00c3"), frame(FIN | MORE, "(")),
            new Oddity("close of one byte", 1002, frame(FIN | RawClient.CLOSE, "\u0003")),
            closing(0),
            closing(999),
            closing(1004),
            closing(1005),
            closing(1006),
            closing(1015),
            closing(1016),
            closing(2_999),
            closing(5_000),
            new Oddity("close with words not UTF-8", 1007, frame(FIN | RawClient.CLOSE, "\u0003\u00e8\u00c3(")));

    private Oddities() {}

    /** One byte for each character. */
    private static byte[] frame(int first, String bytes) {
        return RawClient.frame(first, bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), true);
    }

    /** With a code that nobody may send. */
    private static Oddity closing(int code) {
        byte[] payload = ByteBuffer.allocate(2).putShort((short) code).array();
        return new Oddity("close " + code, 1002, RawClient.frame(FIN | RawClient.CLOSE, payload, true));
    }

    static void all(Attack attack) throws IOException {
        for (Oddity odd : ALL) {
            odd.against(attack);
        }
    }
}
