package tutti.client.net;

import java.net.URI;
import java.util.List;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
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

    /** Says goodbye after what was sent. */
    void hangUp() {
        close(CloseFrame.NORMAL);
    }

    /** Breaks off at once. */
    void drop() {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, "given up");
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
        hearing.closed(this, code, reason == null || reason.isEmpty() ? "the connection was lost" : reason);
    }

    @Override
    public void onError(Exception e) {
        LOG.debug("connection error; it will be closed", e);
    }
}
