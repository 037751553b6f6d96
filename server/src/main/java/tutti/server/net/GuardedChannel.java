package tutti.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.IntConsumer;
import org.java_websocket.WrappedByteChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's socket as the library reads and writes it: tells how much the socket took (the library has no such
 * callback), tries little on a socket that is full (the library writes to one in every pass of its selector, and the
 * JDK copies the whole buffer each time), and reads nothing from one that rests or has said enough for now (the
 * library reads whatever comes, and wants to read again after each look at a key that could be written to once, which
 * would keep its selector from ever sleeping). Selector thread only, but for {@link #resume}.
 */
final class GuardedChannel implements WrappedByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedChannel.class);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final GuardedSocket socket;
    private final IntConsumer written;
    private final Traffic traffic;
    private boolean full;
    /** The library's answer to the handshake, always the first buffer, is out; all others are a cursor's. */
    private boolean isCursors;

    GuardedChannel(
            SocketChannel channel, SelectionKey key, GuardedSocket socket, IntConsumer written, Traffic traffic) {
        this.channel = channel;
        this.key = key;
        this.socket = socket;
        this.written = written;
        this.traffic = traffic;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!socket.isReadable()) {
            key.interestOpsAnd(~SelectionKey.OP_READ);
            resume();
            return 0;
        }
        int room = into.limit();
        into.limit(socket.isHasty() ? Math.min(room, into.position() + Limits.PROBE_BYTES) : room);
        int bytes = channel.read(into);
        into.limit(room);
        traffic.received(Math.max(bytes, 0));
        return bytes;
    }

    /** Is read again, if it was not and may be. Any thread. */
    void resume() {
        try {
            if ((key.interestOps() & SelectionKey.OP_READ) == 0 && socket.isReadable()) {
                key.interestOpsOr(SelectionKey.OP_READ);
                key.selector().wakeup();
            }
        } catch (CancelledKeyException gone) {
            LOG.debug("a socket that rested is gone", gone);
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int total = 0;
        do {
            int window = Math.min(from.remaining(), full ? Limits.PROBE_BYTES : Limits.SEND_BUFFER_BYTES);
            int taken = channel.write(from.slice(from.position(), window));
            from.position(from.position() + taken);
            total += taken;
            full = taken < window;
        } while (!full && from.hasRemaining());
        if (total > 0) {
            traffic.sent(total);
        }
        if (isCursors && total > 0) {
            written.accept(total);
        }
        isCursors |= !from.hasRemaining();
        return total;
    }

    /** So that the library, which has nothing left to write, does not ask for reads that are not wanted now. */
    @Override
    public boolean isNeedWrite() {
        return !socket.isReadable();
    }

    /** There is nothing: it is not asked again until a frame comes, which a worker may be putting there just now. */
    @Override
    public void writeMore() {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
        if (socket.hasBufferedData()) {
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    @Override
    public boolean isNeedRead() {
        return false;
    }

    @Override
    public int readMore(ByteBuffer into) {
        throw new UnsupportedOperationException("no byte waits here");
    }

    @Override
    public boolean isBlocking() {
        return channel.isBlocking();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
