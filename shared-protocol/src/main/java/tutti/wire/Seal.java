package tutti.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The check sum that a document carries while it lies in a file, because a disk may give back another text than it was
 * given: one more member, {@code sum}, before the version. It is the CRC-32 of the document's text without it.
 */
public final class Seal {
    private static final String END = ",\"version\":" + Documents.VERSION + "}";
    private static final Pattern TAIL =
            Pattern.compile(",\"sum\":\"([0-9a-f]{8})\"" + Pattern.quote(END), Pattern.DOTALL);
    private static final int TAIL_BYTES = ",\"sum\":\"01234567\"".length() + END.length();

    private Seal() {}

    /** A canonical document with its sum. */
    public static byte[] on(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        if (!text.endsWith(END)) {
            throw new IllegalArgumentException("not a canonical document");
        }
        String head = text.substring(0, text.length() - END.length());
        return (head + ",\"sum\":\"" + sum(document) + "\"" + END).getBytes(StandardCharsets.UTF_8);
    }

    /** The document without its sum; as it is if it carries none; nothing if it is not what was sealed. */
    public static Optional<byte[]> off(byte[] file) {
        int from = Math.max(0, file.length - TAIL_BYTES);
        Matcher tail = TAIL.matcher(new String(file, from, file.length - from, StandardCharsets.ISO_8859_1));
        if (!tail.matches()) {
            return Optional.of(file);
        }
        byte[] end = END.getBytes(StandardCharsets.UTF_8);
        byte[] document = Arrays.copyOf(file, from + end.length);
        System.arraycopy(end, 0, document, from, end.length);
        return sum(document).equals(tail.group(1)) ? Optional.of(document) : Optional.empty();
    }

    private static String sum(byte[] document) {
        CRC32 crc = new CRC32();
        crc.update(document);
        return String.format("%08x", crc.getValue());
    }
}
