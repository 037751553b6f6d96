package tutti.server.net;

import java.util.List;

/**
 * Where a cursor that is behind its ring gets its frames from: journal rows, or a snapshot in parts. One object for
 * each time that a connection follows a ring, so it may hold state (such as the next part of a snapshot).
 */
@FunctionalInterface
public interface Backlog {
    /**
     * The next pieces after a position, about {@link Limits#BACKLOG_BYTES} at most. The last piece's {@code upTo} is
     * where the cursor goes on; once that lies in the ring, this is asked no more. An empty list, although the position
     * is still behind the ring, is a failure like an exception: the connection closes with 1011.
     *
     * <p>Called on a virtual thread of the gateway, never twice at a time for one connection; may block.
     *
     * @param position what the cursor has sent already; {@link Ring#NOTHING} for a newcomer, who needs a snapshot
     * @throws Exception when the store cannot be read
     */
    List<Piece> next(long position) throws Exception;
}
