package tutti.server.net;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's socket, guarded: bytes are counted until it is open, and every frame header is judged before the
 * library sees it. {@code decode} runs on the one worker thread that the library gives each socket; the rest on any.
 */
final class GuardedSocket extends WebSocketImpl {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedSocket.class);
    private static final byte[] END_OF_HEADER = {'\r', '\n', '\r', '\n'};

    /** What a socket did not do in time. */
    enum Overdue {
        HANDSHAKE,
        SILENT,
        CLOSING
    }

    /** What a socket tells the gateway, on a socket thread. */
    interface Owner {
        /** It will never be open, or is open no longer; once, under the library's lock. */
        void gone(GuardedSocket socket, int code);

        /** The client did what no client does; it is being closed. */
        void breached(GuardedSocket socket, FrameGuard.Breach breach);
    }

    private final Owner owner;
    private final LongSupplier nanos;
    private final FrameGuard guard = new FrameGuard();
    private final ByteBuffer header = ByteBuffer.allocate(Limits.HANDSHAKE_BYTES);
    private int matched;
    private boolean hasHeader;
    private boolean isGone;

    private volatile @Nullable InetAddress address;
    private volatile @Nullable GuardedChannel channel;
    private volatile @Nullable SocketConnection connection;
    private volatile long acceptedAt;
    private volatile long heardAt;
    private volatile long pingedAt;
    private volatile long closingAt;
    private volatile boolean isEnding;
    private volatile long restsUntil;
    private volatile boolean hasRested;

    GuardedSocket(WebSocketListener listener, Owner owner, LongSupplier nanos) {
        super(listener, List.of(new Draft_6455(List.of(), List.of(new Protocol("")), tutti.sync.Limits.CLIENT_FRAME)));
        this.owner = owner;
        this.nanos = nanos;
    }

    /** Selector thread, before anything is read. */
    void accepted(InetAddress from, GuardedChannel by) {
        address = from;
        channel = by;
        acceptedAt = nanos.getAsLong();
    }

    /** Null for a socket that was not let in. */
    @Nullable
    InetAddress address() {
        return address;
    }

    void opened(SocketConnection newConnection) {
        heardAt = nanos.getAsLong();
        pingedAt = heardAt;
        restsUntil = heardAt;
        connection = newConnection;
    }

    /** Is not read for so long. Worker threads. */
    void rest(long micros) {
        long until = nanos.getAsLong() + TimeUnit.MICROSECONDS.toNanos(micros);
        if (until - restsUntil > 0) {
            restsUntil = until;
            hasRested = true;
        }
    }

    /** Sends frames of its cursor, or has them wait in its queue; yields the bytes that went at once. Any thread. */
    int send(List<ByteBuffer> frames) {
        GuardedChannel by = channel;
        if (by == null) {
            throw new IllegalStateException("a cursor before its socket");
        }
        return by.send(frames);
    }

    /**
     * Whether more may be read from it: not while it rests, nor while something waits to be decoded, or one that floods
     * would hold all of the library's buffers, and have said much before it rests. Any thread.
     */
    boolean isReadable() {
        return !rests() && inQueue.isEmpty();
    }

    /** Whether it had to rest lately: then it is read in small steps, so that little comes before its next rest. */
    boolean isHasty() {
        return connection != null && !isPast(nanos.getAsLong(), restsUntil, Limits.SILENCE_MILLIS) && hasRested;
    }

    private boolean rests() {
        return connection != null && nanos.getAsLong() - restsUntil < 0;
    }

    /** Has it read again if it may be. Worker, which decoded what waited, and sweeper, since rests end. */
    void resume() {
        GuardedChannel by = channel;
        if (by != null) {
            by.resume();
        }
    }

    /** From now on it has a little time to read what waits for it. */
    void closing() {
        if (!isEnding) {
            closingAt = nanos.getAsLong();
            isEnding = true;
        }
    }

    /** Null until it is open. */
    @Nullable
    SocketConnection connection() {
        return connection;
    }

    /** Whether this socket has had its time: to shake hands, to say a word, to take the last of its frames. */
    @Nullable
    Overdue overdue(long now) {
        if (isEnding) {
            return isPast(now, closingAt, Limits.CLOSING_MILLIS) ? Overdue.CLOSING : null;
        }
        if (connection == null) {
            boolean refused = isFlushAndClose() && !hasBufferedData();
            return refused || isPast(now, acceptedAt, Limits.HANDSHAKE_MILLIS) ? Overdue.HANDSHAKE : null;
        }
        return isPast(now, Math.max(heardAt, restsUntil), Limits.SILENCE_MILLIS) ? Overdue.SILENT : null;
    }

    /** Whether it is time for another ping; true once each time. */
    boolean isPingDue(long now) {
        boolean due = isPast(now, pingedAt, Limits.PING_MILLIS);
        if (due) {
            pingedAt = now;
        }
        return due;
    }

    private static boolean isPast(long now, long since, long millis) {
        return now - since > TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public void decode(ByteBuffer bytes) {
        try {
            if (getReadyState() == ReadyState.NOT_YET_CONNECTED) {
                shakeHands(bytes);
            }
            if (bytes.hasRemaining() && isOpen()) {
                takeFrames(bytes);
            }
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            // Beyond here the library would end this worker thread, and with it every socket that it serves.
            LOG.error("a socket failed", e);
            closeConnection(CloseFrame.ABNORMAL_CLOSE, "failed", false);
        }
        resume();
    }

    private void shakeHands(ByteBuffer bytes) {
        while (!hasHeader && bytes.hasRemaining() && header.hasRemaining()) {
            byte next = bytes.get();
            header.put(next);
            matched = next == END_OF_HEADER[matched] ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == END_OF_HEADER.length) {
                hasHeader = true;
                super.decode(header.flip());
                return;
            }
        }
        if (!hasHeader && !header.hasRemaining()) {
            closeConnection(CloseFrame.NEVER_CONNECTED, "the header is too long", false);
        }
    }

    private void takeFrames(ByteBuffer bytes) {
        long before = guard.frames();
        FrameGuard.Breach breach = guard.scan(bytes.duplicate());
        if (guard.frames() > before) {
            heardAt = nanos.getAsLong();
        }
        if (breach == null) {
            super.decode(bytes);
        } else {
            owner.breached(this, breach);
        }
    }

    /**
     * The selector closes a socket by this once its queue is empty and it is closing, in that order: a close frame that
     * came in between would be lost. The sweep has it written, and then the selector is here again.
     */
    @Override
    public void closeConnection() {
        if (!hasBufferedData()) {
            super.closeConnection();
        }
    }

    /** Every way to the end of a socket comes along here. */
    @Override
    public synchronized void closeConnection(int code, String message, boolean remote) {
        super.closeConnection(code, message, remote);
        if (!isGone) {
            isGone = true;
            owner.gone(this, code);
        }
    }
}
