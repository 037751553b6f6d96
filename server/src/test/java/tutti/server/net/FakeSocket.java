package tutti.server.net;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A socket's channel without a system beneath: takes a few bytes, then none until its client has read. Any thread. */
final class FakeSocket extends SocketChannel {
    private final StringBuilder taken = new StringBuilder();
    private int room;

    FakeSocket() {
        super(SelectorProvider.provider());
    }

    /** The client has read so much. */
    synchronized void read(int bytes) {
        room = Math.max(room, bytes);
    }

    /** All that it took, ASCII. */
    synchronized String taken() {
        return taken.toString();
    }

    @Override
    public synchronized int write(ByteBuffer from) {
        int bytes = Math.min(room, from.remaining());
        byte[] some = new byte[bytes];
        from.get(some);
        taken.append(new String(some, StandardCharsets.US_ASCII));
        room -= bytes;
        return bytes;
    }

    @Override
    public synchronized long write(ByteBuffer[] from, int first, int count) {
        long bytes = 0;
        for (int i = first; i < first + count; i++) {
            bytes += write(from[i]);
        }
        return bytes;
    }

    /** There is always one more. */
    @Override
    public int read(ByteBuffer into) {
        into.put((byte) 'x');
        return 1;
    }

    private static UnsupportedOperationException nobodyAsks() {
        return new UnsupportedOperationException("nobody asks a channel in a checker of orders for this");
    }

    @Override
    public long read(ByteBuffer[] into, int first, int count) {
        throw nobodyAsks();
    }

    @Override
    public SocketChannel bind(@Nullable SocketAddress local) {
        throw nobodyAsks();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) {
        throw nobodyAsks();
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw nobodyAsks();
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        throw nobodyAsks();
    }

    @Override
    public SocketChannel shutdownInput() {
        throw nobodyAsks();
    }

    @Override
    public SocketChannel shutdownOutput() {
        throw nobodyAsks();
    }

    @Override
    public Socket socket() {
        throw nobodyAsks();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public boolean connect(SocketAddress remote) {
        throw nobodyAsks();
    }

    @Override
    public boolean finishConnect() {
        throw nobodyAsks();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        throw nobodyAsks();
    }

    @Override
    public SocketAddress getLocalAddress() {
        throw nobodyAsks();
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        // Nothing is open.
    }

    @Override
    protected void implConfigureBlocking(boolean block) {
        // It never blocks.
    }
}
