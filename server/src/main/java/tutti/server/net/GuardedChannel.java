package tutti.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.function.IntConsumer;

/**
 * A client's socket as the library reads and writes it: tells how much the socket took (the library has no such
 * callback) and tries little on a socket that is full (the library writes to one in every pass of its selector, and the
 * JDK copies the whole buffer each time). Selector thread only.
 */
final class GuardedChannel implements ByteChannel {
    private final SocketChannel channel;
    private final IntConsumer written;
    private final Traffic traffic;
    private boolean full;
    /** The library's answer to the handshake, always the first buffer, is out; all others are a cursor's. */
    private boolean isCursors;

    GuardedChannel(SocketChannel channel, IntConsumer written, Traffic traffic) {
        this.channel = channel;
        this.written = written;
        this.traffic = traffic;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int bytes = channel.read(into);
        traffic.received(Math.max(bytes, 0));
        return bytes;
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

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
