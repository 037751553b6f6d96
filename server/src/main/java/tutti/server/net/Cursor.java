package tutti.server.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one client is sent next, and how much may wait for it; knows no socket. Thread-safe and never blocks:
 * its lock is held only to move frames, the ring's lock is the only one taken inside it, and nothing is called back
 * under it but the sink's queue.
 */
final class Cursor {
    /** A backlog to be read elsewhere, since that blocks; the answer goes to {@link Cursor#supplied}. */
    record Wanted(Cursor cursor, int course, Backlog backlog, long position) {}

    /** Where frames go, in this order; must not block. */
    interface Sink {
        /**
         * Sends some, or has them wait in the connection's own queue.
         *
         * @return bytes that were sent at once; the rest is told to {@link Cursor#drained} later on
         */
        int send(List<ByteBuffer> frames);
    }

    private record Private(Frame frame, long after) {}

    private final Sink sink;
    private final Consumer<Wanted> reader;
    private final Object lock = new Object();

    // All guarded by lock.
    private final ArrayDeque<Private> told = new ArrayDeque<>();
    private final LinkedHashMap<String, Frame> slots = new LinkedHashMap<>();
    private final ArrayDeque<Piece> supply = new ArrayDeque<>();
    private @Nullable Frame ping;
    private @Nullable Frame pong;
    private @Nullable Ring ring;
    private @Nullable Backlog backlog;
    private @Nullable Runnable follower;
    private long position = Ring.NOTHING;
    private long waiting;
    private long toldBytes;
    private long slotBytes;
    /** Counts {@link #follow}; what a backlog of an earlier course answers is thrown away. */
    private int course;

    private boolean reading;
    private boolean slotsTurn;
    private boolean ended;

    /**
     * A cursor that follows nothing yet.
     *
     * @param sink the connection's socket, or its own queue
     * @param reader has a backlog read on another thread; must not block
     */
    Cursor(Sink sink, Consumer<Wanted> reader) {
        this.sink = sink;
        this.reader = reader;
    }

    /** Begins a stream with its greeting; {@code pump} runs at each commit from then on. */
    void follow(Frame greeting, Ring newRing, long from, Backlog newBacklog, Runnable pump) {
        synchronized (lock) {
            if (ended) {
                return;
            }
            leaveRing();
            dropWaiting();
            tell(greeting, Ring.NOTHING);
            course++;
            reading = false;
            position = from;
            ring = newRing;
            backlog = newBacklog;
            follower = pump;
            newRing.join(pump);
        }
    }

    /** Appends to the private list; false if that is full. */
    boolean tell(Frame frame, long after) {
        synchronized (lock) {
            boolean full = told.size() >= Limits.PRIVATE_FRAMES || toldBytes + frame.size() > Limits.PRIVATE_BYTES;
            if (!ended && !full) {
                told.add(new Private(frame, after));
                toldBytes += frame.size();
            }
            return ended || !full;
        }
    }

    /** Sets a slot; false if there are too many. */
    boolean latest(String key, Frame frame) {
        synchronized (lock) {
            if (ended) {
                return true;
            }
            Frame old = slots.put(key, frame);
            slotBytes += frame.size() - (old == null ? 0 : old.size());
            return slots.size() <= Limits.SLOTS && slotBytes <= Limits.SLOT_BYTES;
        }
    }

    /** Owes the client a WebSocket ping; one at a time. */
    void ping() {
        synchronized (lock) {
            ping = ended ? null : Frame.ping();
        }
    }

    /** Owes the client a pong, of its newest ping only (RFC 6455, 5.5.3, allows that). */
    void pong(byte[] payload) {
        synchronized (lock) {
            pong = ended ? null : Frame.pong(payload);
        }
    }

    /** Sends frames while little waits in the connection's queue; true if any have come to wait there. */
    boolean pump() {
        boolean left = false;
        Wanted wanted;
        synchronized (lock) {
            for (List<ByteBuffer> due = due(); !due.isEmpty(); due = due()) {
                waiting -= sink.send(due);
                left |= waiting > 0;
            }
            wanted = want();
        }
        if (wanted != null) {
            reader.accept(wanted);
        }
        return left;
    }

    /** What may go now, in one piece where it can: an author's rows and their answer come to one packet. */
    private List<ByteBuffer> due() {
        List<ByteBuffer> due = new ArrayList<>();
        while (!ended && waiting < Limits.WAITING_BYTES) {
            Frame next = next();
            if (next == null) {
                return due;
            }
            due.add(next.view());
            waiting += next.size();
        }
        return due;
    }

    /** Bytes that the socket took of what was moved. */
    void drained(int bytes) {
        synchronized (lock) {
            waiting -= bytes;
        }
    }

    /**
     * What a backlog answered.
     *
     * @return false if that does not lead on, which is the backlog's failure
     */
    boolean supplied(Wanted wanted, List<Piece> pieces) {
        synchronized (lock) {
            if (ended || wanted.course() != course) {
                return true;
            }
            reading = false;
            supply.addAll(pieces);
            return !pieces.isEmpty() || !isBehindRing();
        }
    }

    /** Whether anything has still to be written to the socket. */
    boolean behind() {
        synchronized (lock) {
            return waiting > 0 || !told.isEmpty() || !supply.isEmpty() || (ring != null && position < ring.high());
        }
    }

    /** Forgets everything and sends nothing more. */
    void end() {
        synchronized (lock) {
            ended = true;
            course++;
            leaveRing();
            dropWaiting();
            ring = null;
            backlog = null;
        }
    }

    private void leaveRing() {
        if (ring != null && follower != null) {
            ring.leave(follower);
        }
    }

    private void dropWaiting() {
        told.clear();
        toldBytes = 0;
        slots.clear();
        slotBytes = 0;
        supply.clear();
    }

    private @Nullable Frame next() {
        Frame frame = nextControl();
        if (frame == null) {
            frame = nextPrivate();
        }
        if (frame != null) {
            return frame;
        }
        // Turns, so that neither busy neighbours nor a long stream hold the other back on a slow link.
        slotsTurn = !slotsTurn;
        Frame first = slotsTurn ? nextSlot() : nextOfStream();
        return first != null ? first : slotsTurn ? nextOfStream() : nextSlot();
    }

    private @Nullable Frame nextControl() {
        Frame frame = pong != null ? pong : ping;
        if (pong != null) {
            pong = null;
        } else {
            ping = null;
        }
        return frame;
    }

    private @Nullable Frame nextPrivate() {
        Private first = told.peek();
        if (first == null || first.after() > position) {
            return null;
        }
        told.remove();
        toldBytes -= first.frame().size();
        return first.frame();
    }

    private @Nullable Frame nextSlot() {
        Iterator<Map.Entry<String, Frame>> oldest = slots.entrySet().iterator();
        if (!oldest.hasNext()) {
            return null;
        }
        Frame frame = oldest.next().getValue();
        oldest.remove();
        slotBytes -= frame.size();
        return frame;
    }

    private @Nullable Frame nextOfStream() {
        if (supply.isEmpty() && ring != null) {
            supply.addAll(ring.after(position, Limits.WAITING_BYTES - waiting));
        }
        Piece piece = supply.poll();
        if (piece == null) {
            return null;
        }
        position = piece.upTo();
        return piece.frame();
    }

    private @Nullable Wanted want() {
        if (ended || reading || backlog == null || !supply.isEmpty() || !isBehindRing()) {
            return null;
        }
        reading = true;
        return new Wanted(this, course, backlog, position);
    }

    /** At or beyond the ring's end there is nothing to fetch: the ring is about to be told of what the journal has. */
    private boolean isBehindRing() {
        return ring != null && position < ring.high() && !ring.holds(position);
    }
}
