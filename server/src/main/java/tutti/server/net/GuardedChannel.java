package tutti.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.IntConsumer;
import org.java_websocket.WrappedByteChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's socket as the library reads and writes it: tells how much the socket took (the library has no such
 * callback), tries little on a socket that is full (the library writes to one in every pass of its selector, and the
 * JDK copies the whole buffer each time), and reads nothing from one that rests or has said enough for now (the
 * library reads whatever comes, and wants to read again after each look at a key that could be written to once, which
 * would keep its selector from ever sleeping). The selector thread reads, and writes what waits; any thread sends.
 */
final class GuardedChannel implements WrappedByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedChannel.class);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final GuardedSocket socket;
    private final IntConsumer written;
    private final Traffic traffic;
    /** Held while bytes go to the socket, and by nobody who then waits for another lock. */
    private final Object writing = new Object();

    // All guarded by writing.
    private boolean full;
    /** The library's answer to the handshake, always the first buffer, is out; all others are a cursor's. */
    private boolean isCursors;
    /** Of which the socket took a part when it was sent: it waits, and goes on before anything else. */
    private @Nullable ByteBuffer begun;

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

    /**
     * Sends frames from the thread that has them, where nothing waits before them; has the rest wait. That spares a
     * lone frame the way over the selector: its waking, and twice the kernel's list of what it looks at.
     *
     * @return bytes that the socket took
     */
    int send(List<ByteBuffer> frames) {
        synchronized (writing) {
            int taken = isCursors && socket.outQueue.isEmpty() ? now(frames) : 0;
            for (ByteBuffer frame : frames) {
                if (frame.hasRemaining()) {
                    begun = frame.position() > 0 ? frame : begun;
                    socket.outQueue.add(frame);
                }
            }
            return taken;
        }
    }

    private int now(List<ByteBuffer> frames) {
        int most = frames.stream().mapToInt(ByteBuffer::remaining).sum();
        if (full || most > Limits.SEND_BUFFER_BYTES) {
            return 0;
        }
        try {
            int taken = (int) channel.write(frames.toArray(ByteBuffer[]::new));
            full = taken < most;
            traffic.sent(taken);
            return taken;
        } catch (IOException broken) {
            // The selector meets it too, and ends the socket as sockets are ended.
            LOG.debug("a socket took nothing", broken);
            return 0;
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int before = from.remaining();
        int total = 0;
        boolean counts;
        synchronized (writing) {
            counts = isCursors;
            if (begun != null) {
                total += push(begun);
                begun = begun.hasRemaining() ? begun : null;
            }
            if (begun == null && from.hasRemaining()) {
                total += push(from);
            }
            isCursors |= !from.hasRemaining();
        }
        if (total > 0) {
            traffic.sent(total);
        }
        if (counts && total > 0) {
            written.accept(total);
        }
        return before - from.remaining();
    }

    private int push(ByteBuffer from) throws IOException {
        int total = 0;
        do {
            int window = Math.min(from.remaining(), full ? Limits.PROBE_BYTES : Limits.SEND_BUFFER_BYTES);
            int taken = channel.write(from.slice(from.position(), window));
            from.position(from.position() + taken);
            total += taken;
            full = taken < window;
        } while (!full && from.hasRemaining());
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
