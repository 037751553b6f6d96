package tutti.server.store;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * The newest stretch of a file that grows at its end, in memory: what lies there is read without asking the system.
 * Holds the last {@link #BYTES} of what was written without a gap. One thread at a time.
 */
final class Recent implements AutoCloseable {
    /** A power of two. Of two hundred rooms at work the pages that are written next lie in the last megabyte. */
    static final int BYTES = 2 << 20;

    private final Arena arena = Arena.ofShared();
    /** The byte at a place in the file lies at that place modulo the size of the ring. */
    private final ByteBuffer ring;

    private long from;
    private long to;

    Recent() {
        MemorySegment memory = arena.allocate(BYTES);
        ring = memory.asByteBuffer();
    }

    /** Was written at this place; if that is not where the last stretch ended, another one begins. */
    void wrote(ByteBuffer content, long position) {
        if (position != to) {
            from = position;
            to = position;
        }
        ByteBuffer left = content.duplicate();
        int skipped = Math.max(0, left.remaining() - BYTES);
        left.position(left.position() + skipped);
        to += skipped;
        while (left.hasRemaining()) {
            int at = (int) (to % BYTES);
            int some = Math.min(left.remaining(), BYTES - at);
            ring.put(at, left, left.position(), some);
            left.position(left.position() + some);
            to += some;
        }
        from = Math.max(from, to - BYTES);
    }

    /** Fills {@code into} with what lies there; false, and nothing is read, if not all of it is known. */
    boolean read(ByteBuffer into, long position) {
        if (position < from || position + into.remaining() > to) {
            return false;
        }
        for (long place = position; into.hasRemaining(); ) {
            int at = (int) (place % BYTES);
            int some = Math.min(into.remaining(), BYTES - at);
            into.put(into.position(), ring, at, some);
            into.position(into.position() + some);
            place += some;
        }
        return true;
    }

    /** What was written before may be otherwise now. */
    void forget() {
        from = 0;
        to = 0;
    }

    /** Gives the memory back; nothing is known any more. */
    @Override
    public void close() {
        forget();
        arena.close();
    }
}
