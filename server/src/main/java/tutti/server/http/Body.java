package tutti.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What came as a request's body. What it says of its own length is not believed: bytes are counted as they come. */
sealed interface Body {
    /** Of what was not read. */
    Logger LOG = LoggerFactory.getLogger(Body.class);

    /** All of it. */
    final class Whole implements Body {
        private final byte[] bytes;

        private Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The bytes themselves; nobody else has them. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** There are more bytes than the route takes. */
    record TooLong() implements Body {}

    /** It broke off, or came in chunks that are none. */
    record Broken() implements Body {}

    /** There is no memory for it now. */
    record NoRoom() implements Body {}

    /**
     * Reads up to the end. Blocks on the client.
     *
     * @param most bytes of it
     * @param load takes up what is more than small, in steps, as it comes
     */
    static Body read(InputStream from, int most, Load load) {
        try {
            return counted(from, most, load);
        } catch (IOException broken) {
            LOG.debug("a body was not read to its end", broken);
            return new Broken();
        }
    }

    private static Body counted(InputStream from, int most, Load load) throws IOException {
        byte[] first = from.readNBytes(Math.min(most, Limits.SMALL_BYTES) + 1);
        if (first.length > most) {
            return new TooLong();
        }
        if (first.length <= Limits.SMALL_BYTES) {
            return new Whole(first);
        }
        List<byte[]> steps = new ArrayList<>(List.of(first));
        int size = first.length;
        for (byte[] next = first; next.length > 0 && size <= most; size += next.length) {
            if (!load.carries(Limits.STEP_BYTES)) {
                return new NoRoom();
            }
            next = from.readNBytes(Math.min(Limits.STEP_BYTES, most + 1 - size));
            steps.add(next);
        }
        return size > most ? new TooLong() : new Whole(joined(steps, size));
    }

    private static byte[] joined(List<byte[]> steps, int size) {
        ByteBuffer whole = ByteBuffer.allocate(size);
        steps.forEach(whole::put);
        return whole.array();
    }
}
