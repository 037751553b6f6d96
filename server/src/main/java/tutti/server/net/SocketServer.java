package tutti.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library's server with our sockets in it. One selector thread, and as many workers as there are processors. */
final class SocketServer extends WebSocketServer implements GuardedSocket.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);

    private final Config config;
    private final Intake intake;
    private final LongSupplier nanos;
    private final Door door;
    private final Acceptance acceptance;
    private final Traffic traffic = new Traffic();
    private final BacklogReader reader = new BacklogReader();
    private final AtomicLong lastId = new AtomicLong();
    private final Set<GuardedSocket> sockets = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    /** Bound already, so that a port in use is told to whoever opens the gateway. */
    SocketServer(ServerSocketChannel bound, Config config, Intake intake, LongSupplier nanos, Acceptance acceptance)
            throws IOException {
        super(bound);
        this.acceptance = acceptance;
        this.config = config;
        this.intake = intake;
        this.nanos = nanos;
        this.door = new Door(config.maxConnections(), config.maxPerAddress());
        setTcpNoDelay(true);
        // As the JDK chose it: true where a restart must not wait for old sockets, false on Windows, where it shares a
        // port.
        setReuseAddr(bound.getOption(StandardSocketOptions.SO_REUSEADDR));
        setConnectionLostTimeout(0);
        setWebSocketFactory(new Factory());
    }

    Traffic traffic() {
        return traffic;
    }

    int connections() {
        return getConnections().size();
    }

    Set<GuardedSocket> sockets() {
        return sockets;
    }

    /** Makes our sockets, on the selector thread. */
    private final class Factory implements WebSocketServerFactory {
        @Override
        public WebSocketImpl createWebSocket(WebSocketAdapter adapter, Draft draft) {
            return new GuardedSocket(adapter, SocketServer.this, nanos);
        }

        @Override
        public WebSocketImpl createWebSocket(WebSocketAdapter adapter, List<Draft> drafts) {
            return new GuardedSocket(adapter, SocketServer.this, nanos);
        }

        @Override
        public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
            GuardedSocket socket = (GuardedSocket) key.attachment();
            InetAddress from = channel.socket().getInetAddress();
            if (from == null || !door.enter(from)) {
                // Closed, not thrown: an exception here would leave the library's acceptor behind with a stale key.
                traffic.turnedAway();
                channel.close();
                return channel;
            }
            channel.setOption(StandardSocketOptions.SO_SNDBUF, Limits.SEND_BUFFER_BYTES);
            GuardedChannel guarded =
                    new GuardedChannel(channel, key, socket, written -> written(socket, written), traffic);
            socket.accepted(from, guarded);
            sockets.add(socket);
            return guarded;
        }

        @Override
        public void close() {
            // Nothing of ours is open.
        }
    }

    private static void written(GuardedSocket socket, int bytes) {
        SocketConnection connection = socket.connection();
        if (connection != null) {
            connection.written(bytes);
        }
    }

    @Override
    protected boolean onConnect(SelectionKey listening) {
        return acceptance.isOpen(listening);
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        boolean upgrade = request.getFieldValue("Upgrade").equalsIgnoreCase("websocket");
        boolean known = request.getResourceDescriptor().equals(Config.PATH);
        HostRule.Verdict verdict = config.hosts().judge(request.getFieldValue("Host"), request.getFieldValue("Origin"));
        if (!upgrade || !known || verdict != HostRule.Verdict.WELCOME) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "not served here");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        GuardedSocket guarded = (GuardedSocket) socket;
        SocketConnection connection =
                new SocketConnection(lastId.incrementAndGet(), guarded, intake, this::onWriteDemand, reader);
        guarded.opened(connection);
        traffic.opened();
        connection.opened();
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        SocketConnection connection = ((GuardedSocket) socket).connection();
        if (connection != null) {
            traffic.message();
            connection.text(message);
        }
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        SocketConnection connection = ((GuardedSocket) socket).connection();
        if (connection != null) {
            ByteBuffer payload = ping.getPayloadData();
            byte[] bytes = new byte[payload.remaining()];
            payload.get(bytes);
            connection.pong(bytes);
        }
    }

    @Override
    public void breached(GuardedSocket socket, FrameGuard.Breach breach) {
        traffic.breach();
        SocketConnection connection = socket.connection();
        if (connection != null) {
            connection.close(breach.code(), breach.reason());
        }
    }

    @Override
    public void gone(GuardedSocket socket, int code) {
        InetAddress from = socket.address();
        if (from == null) {
            return;
        }
        door.leave(from);
        // Only now: who sees that a socket is no more may rely on its place.
        sockets.remove(socket);
        SocketConnection connection = socket.connection();
        if (connection == null) {
            traffic.turnedAway();
        } else {
            // The library's lock is held here, and the owner may be closing this very socket under a lock of its own.
            Thread.ofVirtual().name("gateway-closed").start(() -> closed(connection, code));
        }
    }

    private static void closed(SocketConnection connection, int code) {
        try {
            connection.closed(code != CloseFrame.ABNORMAL_CLOSE);
        } catch (RuntimeException e) {
            LOG.error("a closed connection was not taken in", e);
        }
    }

    /** Under the library's lock. */
    @Override
    public void onClosing(WebSocket socket, int code, String reason, boolean remote) {
        GuardedSocket guarded = (GuardedSocket) socket;
        SocketConnection connection = guarded.connection();
        if (connection != null) {
            guarded.closing();
            connection.closing();
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // All sockets, those that never opened too, come along gone().
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception cause) {
        if (socket == null) {
            fail(cause);
        } else if (cause instanceof InvalidDataException) {
            traffic.breach();
        } else if (cause instanceof IOException) {
            LOG.debug("a socket broke", cause);
        } else {
            LOG.error("a message was not taken in", cause);
            refuse((GuardedSocket) socket);
        }
    }

    /** The whole gateway cannot go on; told once. */
    void fail(Throwable cause) {
        started.completeExceptionally(cause);
        if (hasFailed.compareAndSet(false, true)) {
            LOG.error("the gateway failed", cause);
            intake.failed(cause);
        }
    }

    private static void refuse(GuardedSocket socket) {
        SocketConnection connection = socket.connection();
        if (connection != null) {
            connection.close(CloseFrame.UNEXPECTED_CONDITION, "the server failed on this");
        }
    }

    @Override
    public void onStart() {
        started.complete(null);
    }

    /** Completed when clients can come in. */
    CompletableFuture<@Nullable Void> started() {
        return started;
    }
}
