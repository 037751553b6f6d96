package tutti.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.java_websocket.framing.CloseFrame;

/**
 * A connection on a guarded socket. Locks, in the order they may be taken: {@code intakeLock} (while the owner is told
 * something, so that {@code closed} is last) or the library's lock of the socket; never one inside the other.
 */
final class SocketConnection implements Connection {
    /** Has the library look at a socket's queue; must not block. */
    interface Waker {
        void wake(GuardedSocket socket);
    }

    private final long id;
    private final String address;
    private final GuardedSocket socket;
    private final Intake intake;
    private final Waker waker;
    private final Cursor cursor;
    private final Object intakeLock = new Object();
    private boolean isClosed;

    SocketConnection(long id, GuardedSocket socket, Intake intake, Waker waker, BacklogReader reader) {
        this.id = id;
        this.address = String.valueOf(socket.address()).replaceFirst("^[^/]*/", "");
        this.socket = socket;
        this.intake = intake;
        this.waker = waker;
        this.cursor = new Cursor(socket::send, wanted -> reader.read(wanted, this::pump, this::backlogFailed));
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void follow(Frame greeting, Ring ring, long from, Backlog backlog) {
        cursor.follow(greeting, ring, from, backlog, this::pump);
        pump();
    }

    @Override
    public void tell(Frame frame, long after) {
        if (cursor.tell(frame, after)) {
            pump();
        } else {
            close(CloseFrame.TRY_AGAIN_LATER, "too many answers wait for you");
        }
    }

    @Override
    public void latest(String key, Frame frame) {
        if (cursor.latest(key, frame)) {
            pump();
        } else {
            close(CloseFrame.TRY_AGAIN_LATER, "too much news waits for you");
        }
    }

    @Override
    public void rest(long micros) {
        socket.rest(micros);
    }

    @Override
    public boolean behind() {
        return cursor.behind();
    }

    @Override
    public void close(int code, String reason) {
        socket.close(code, cut(reason));
    }

    /** Bytes in the connection's own queue now. */
    long waiting() {
        return socket.outQueue.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    private static String cut(String reason) {
        String cut = reason;
        while (cut.getBytes(StandardCharsets.UTF_8).length > Limits.CLOSE_REASON_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    private void backlogFailed() {
        close(CloseFrame.UNEXPECTED_CONDITION, "what you missed cannot be read now");
    }

    private void pump() {
        if (cursor.pump()) {
            waker.wake(socket);
        }
    }

    /** Selector thread, inside the library's write: what moves now is written by the same loop. */
    void written(int bytes) {
        cursor.drained(bytes);
        cursor.pump();
    }

    /** Sweeper thread. */
    void ping() {
        cursor.ping();
        pump();
    }

    /** The answer to the client's own WebSocket ping. */
    void pong(byte[] payload) {
        cursor.pong(payload);
        pump();
    }

    void opened() {
        tell(() -> intake.opened(this));
    }

    void text(String message) {
        tell(() -> intake.text(this, message));
    }

    private void tell(Runnable call) {
        synchronized (intakeLock) {
            if (!isClosed) {
                call.run();
            }
        }
    }

    /** A close frame is on its way; may run under the library's lock. */
    void closing() {
        cursor.end();
    }

    /** On a thread that holds no lock. */
    void closed(boolean clean) {
        cursor.end();
        tell(() -> {
            isClosed = true;
            intake.closed(this, clean);
        });
    }
}
