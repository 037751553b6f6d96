package tutti.client.net;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.sync.Limits;

/** One WebSocket connection. */
final class Call extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(Call.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SILENCE_SECONDS = 10;

    private final Hearing hearing;
    private volatile Future<?> deadline = CompletableFuture.completedFuture(null);

    /** What a call tells, on the library's threads. */
    interface Hearing {
        void opened(Call from);

        void frame(Call from, String text);

        /** @param code why, as docs/protocol.md says it */
        void closed(Call from, int code, String why);
    }

    Call(URI address, Hearing hearing) {
        super(address, new Draft_6455(List.of(), List.of(new Protocol("")), Limits.SERVER_FRAME), null, CONNECT_MILLIS);
        this.hearing = hearing;
        setTcpNoDelay(true);
        setDaemon(true);
        setConnectionLostTimeout(SILENCE_SECONDS);
    }

    void begin() {
        connect();
    }

    void sendIfOpen(String frame) {
        try {
            send(frame);
        } catch (WebsocketNotConnectedException e) {
            LOG.debug("a frame came after the connection had gone; it is sent again after the next Welcome");
        }
    }

    /** Says goodbye after what was sent; where nobody has answered yet there is nobody to say it to. */
    void hangUp() {
        if (getReadyState() == ReadyState.NOT_YET_CONNECTED) {
            abandon("hung up");
        } else {
            close(CloseFrame.NORMAL);
        }
    }

    /** From now on {@code next} ends the wait for the server, and no other. */
    void until(Future<?> next) {
        deadline.cancel(false);
        deadline = next;
    }

    /** The server said something: whether it lives is told by what comes from now on. */
    void heard() {
        deadline.cancel(false);
    }

    /** Breaks off at once. */
    void drop() {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, "given up");
    }

    /** Breaks off with a server that does not answer, and ends the threads that wait for it. */
    void abandon(String why) {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, why);
        Socket socket = getSocket();
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("a socket that is given up does not close", e);
            }
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        hearing.opened(this);
    }

    @Override
    public void onMessage(String message) {
        hearing.frame(this, message);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        LOG.debug("closed with {}: {}", code, reason);
        deadline.cancel(false);
        hearing.closed(this, code, reason == null || reason.isEmpty() ? "the connection was lost" : reason);
    }

    @Override
    public void onError(Exception e) {
        LOG.debug("connection error; it will be closed", e);
    }
}
