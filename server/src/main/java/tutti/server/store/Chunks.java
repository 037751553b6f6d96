package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What H2 appends to a store's file, each with one write: a chunk of whole blocks, which begins and ends with a line of
 * text. H2 puts no sum over what lies between, so that it takes a chunk of which a power cut has left both ends. Here
 * the last line gets one more word, a sum over all before it; H2 stops reading that line before it. Chunks of earlier
 * versions have no sum and are taken as H2 takes them.
 */
final class Chunks {
    /** Bytes: H2 writes nothing smaller. */
    static final int BLOCK = 4096;
    /** Bytes at the file's beginning, which H2 changes in place; everything else it only appends. */
    static final int HEADERS = 2 * BLOCK;

    private static final int FOOTER = 128;
    private static final Pattern BEGINNING = Pattern.compile("(chunk:[0-9a-f]+,len:([0-7]?[0-9a-f]{1,4}),)");
    private static final Pattern END =
            Pattern.compile("(chunk:[0-9a-f]+,len:[0-9a-f]+,)version:[0-9a-f]+,fletcher:[0-9a-f]+");
    private static final Pattern SUM = Pattern.compile(",sum:([0-9a-f]{8}) *\n");
    private static final int BEGINNING_BYTES = 64;

    private Chunks() {}

    /**
     * Puts the sum into a chunk that is about to be written; leaves alone what is no chunk, or has its sum.
     *
     * @return whether it is a chunk
     */
    static boolean seal(ByteBuffer written) {
        int from = written.position();
        String footer = footer(written);
        Matcher end = END.matcher(footer);
        if (written.isReadOnly() || length(written) != written.remaining() || !end.lookingAt()) {
            return false;
        }
        if (footer.substring(end.end()).isBlank()) {
            int summed = written.remaining() - FOOTER + end.end();
            byte[] word = String.format(",sum:%08x", sum(written, summed)).getBytes(StandardCharsets.ISO_8859_1);
            written.put(from + summed, word);
        }
        return true;
    }

    /** Where the file would end without the room that was made ahead in it: nothing but zeros lies behind. */
    static long used(FileChannel file) throws IOException {
        long end = file.size();
        while (end > 0) {
            long from = (end - 1) / BLOCK * BLOCK;
            ByteBuffer block = read(file, from, (int) (end - from));
            if (block.mismatch(ByteBuffer.allocate(block.remaining())) >= 0) {
                return end;
            }
            end = from;
        }
        return 0;
    }

    /** Whether a chunk may end at this place, so that the next one begins there. */
    static boolean ends(FileChannel file, long at) throws IOException {
        return at >= HEADERS + BLOCK
                && END.matcher(text(read(file, at - FOOTER, FOOTER), 0, FOOTER)).lookingAt();
    }

    /**
     * Where the first chunk begins that is not whole: the end of the file, if all are. What a power cut tore was never
     * synced, and neither was anything behind it.
     *
     * @param from where a chunk begins
     */
    static long end(FileChannel file, long from) throws IOException {
        long at = from;
        for (long next = after(file, at); next > at; next = after(file, at)) {
            at = next;
        }
        return at;
    }

    /** Where the chunk at this place ends, or the place itself if there is no whole one. */
    private static long after(FileChannel file, long at) throws IOException {
        ByteBuffer beginning = read(file, at, BEGINNING_BYTES);
        int length = length(beginning);
        if (length == 0 || at + length > file.size()) {
            return at;
        }
        return isWhole(read(file, at, length)) ? at + length : at;
    }

    private static boolean isWhole(ByteBuffer chunk) {
        String footer = footer(chunk);
        Matcher beginning = BEGINNING.matcher(text(chunk, 0, BEGINNING_BYTES));
        Matcher end = END.matcher(footer);
        if (!beginning.lookingAt() || !end.lookingAt() || !beginning.group(1).equals(end.group(1))) {
            return false;
        }
        String rest = footer.substring(end.end());
        Matcher sum = SUM.matcher(rest);
        int summed = chunk.remaining() - FOOTER + end.end();
        return sum.matches() ? (int) Long.parseLong(sum.group(1), 16) == sum(chunk, summed) : rest.isBlank();
    }

    /** Bytes of the chunk that begins here, or 0 if none does. */
    private static int length(ByteBuffer chunk) {
        Matcher beginning = BEGINNING.matcher(text(chunk, 0, BEGINNING_BYTES));
        return beginning.lookingAt() ? Integer.parseInt(beginning.group(2), 16) * BLOCK : 0;
    }

    private static String footer(ByteBuffer chunk) {
        return text(chunk, chunk.remaining() - FOOTER, FOOTER);
    }

    private static String text(ByteBuffer of, int from, int bytes) {
        byte[] text = new byte[from < 0 ? 0 : Math.min(bytes, of.remaining() - from)];
        of.get(of.position() + Math.max(0, from), text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static int sum(ByteBuffer chunk, int bytes) {
        CRC32C crc = new CRC32C();
        crc.update(chunk.duplicate().limit(chunk.position() + bytes));
        return (int) crc.getValue();
    }

    /** So many bytes, or fewer if the file ends. */
    private static ByteBuffer read(FileChannel file, long at, int bytes) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(bytes);
        while (into.hasRemaining() && file.read(into, at + into.position()) >= 0) {
            // reads on
        }
        return into.flip();
    }
}
