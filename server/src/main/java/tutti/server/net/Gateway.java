package tutti.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.java_websocket.framing.CloseFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open WebSocket gateway. Any thread. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final ServerSocketChannel listener;
    private final SocketServer server;
    private final Acceptance acceptance;
    private final LongSupplier nanos;
    private final CountDownLatch closing = new CountDownLatch(1);

    private Gateway(ServerSocketChannel listener, SocketServer server, Acceptance acceptance, LongSupplier nanos) {
        this.listener = listener;
        this.server = server;
        this.acceptance = acceptance;
        this.nanos = nanos;
    }

    /**
     * Binds and serves.
     *
     * @throws IOException if the address cannot be bound, a {@link java.net.BindException} if the port is in use
     */
    public static Gateway open(Config config, Intake intake) throws IOException {
        return open(config, intake, System::nanoTime);
    }

    /** With a clock in nanoseconds, against which handshakes, silence and closing are timed. */
    static Gateway open(Config config, Intake intake, LongSupplier nanos) throws IOException {
        return open(config, intake, nanos, Acceptance::hasHandles);
    }

    /** And told whether there are file handles to spare. */
    static Gateway open(Config config, Intake intake, LongSupplier nanos, BooleanSupplier spare) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            // Before it is bound: a socket that is accepted has it from its first packet on.
            listener.setOption(StandardSocketOptions.SO_RCVBUF, Limits.RECEIVE_BUFFER_BYTES);
            listener.bind(config.bind(), config.maxConnections());
            Acceptance acceptance = new Acceptance(by -> listener.register(by, SelectionKey.OP_ACCEPT), spare);
            SocketServer server = new SocketServer(listener, config, intake, nanos, acceptance);
            Gateway gateway = new Gateway(listener, server, acceptance, nanos);
            server.start();
            server.started().join();
            gateway.startSweeping();
            return gateway;
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    private void startSweeping() {
        Thread.ofPlatform().name("gateway-sweep").daemon().start(this::sweepOn);
    }

    /** Where it listens; with the port that was picked. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.socket().getLocalSocketAddress();
    }

    /** Open connections now. */
    public int connections() {
        return server.connections();
    }

    /** Bytes that wait in the queues of all connections now. */
    public long waitingBytes() {
        return server.sockets().stream()
                .map(GuardedSocket::connection)
                .filter(Objects::nonNull)
                .mapToLong(SocketConnection::waiting)
                .sum();
    }

    /** For tests. */
    Set<GuardedSocket> sockets() {
        return server.sockets();
    }

    /** What went through since it opened. */
    public Traffic traffic() {
        return server.traffic();
    }

    /** Sends 1001 to everybody, waits a moment, closes all. Blocks up to {@link Limits#CLOSING_MILLIS}. */
    @Override
    public void close() {
        closing.countDown();
        try {
            server.stop((int) Limits.CLOSING_MILLIS, "the server stops");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.sockets().forEach(s -> s.closeConnection(CloseFrame.GOING_AWAY, "the server stops", false));
        closeListener();
    }

    private void closeListener() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.warn("the listening socket did not close", e);
        }
    }

    /** The root of the sweeper thread. */
    private void sweepOn() {
        try {
            while (!closing.await(Limits.SWEEP_MILLIS, TimeUnit.MILLISECONDS)) {
                // One look at the clock for all: it costs more than the rest of what is done for a socket.
                long now = nanos.getAsLong();
                server.sockets().forEach(socket -> sweep(socket, now));
                acceptance.resume();
                if (!listener.isOpen() && closing.getCount() > 0) {
                    throw new IOException("the listening socket is gone");
                }
            }
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            server.fail(e);
        }
    }

    private void sweep(GuardedSocket socket, long now) {
        GuardedSocket.Overdue overdue = socket.overdue(now);
        if (overdue != null) {
            if (overdue == GuardedSocket.Overdue.SILENT) {
                server.traffic().silent();
            }
            socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "overdue", false);
            return;
        }
        SocketConnection connection = socket.connection();
        if (connection != null && socket.isPingDue(now)) {
            connection.ping();
        }
        socket.resume();
        if (socket.hasBufferedData()) {
            // About 4 in a million frames are left unsent by the library until the next one.
            server.traffic().stuck();
            server.onWriteDemand(socket);
        }
    }
}
