package tutti.server.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest pieces of a room's stream, encoded. Drops its oldest when it holds too many frames or bytes; a cursor that
 * is behind asks its {@link Backlog}. Any thread may read; one at a time may {@link #append}. Nothing here blocks.
 */
public final class Ring {
    /** The position of who has nothing yet: before the first frame of any ring. */
    public static final long NOTHING = -1;

    private final int maxFrames;
    private final long maxBytes;
    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    /** Guarded by lock: frame by the position after it. */
    private final TreeMap<Long, Frame> frames = new TreeMap<>();
    /** Guarded by lock: position before the oldest frame. */
    private long low;

    private long high;
    private long bytes;

    /**
     * An empty ring.
     *
     * @param position what everybody who follows from here has already, at least 0
     * @param maxFrames most frames to hold, at least 1
     * @param maxBytes most bytes to hold; the newest frame is held whatever its size
     */
    public Ring(long position, int maxFrames, long maxBytes) {
        if (position < 0 || maxFrames < 1) {
            throw new IllegalArgumentException("a ring at " + position + " of " + maxFrames + " frames");
        }
        this.low = position;
        this.high = position;
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    /**
     * Adds what one commit made durable and moves every follower's cursor on, once.
     *
     * @param pieces in order, positions rising beyond all that is here
     */
    public void append(List<Piece> pieces) {
        synchronized (lock) {
            pieces.forEach(this::add);
        }
        followers.forEach(Runnable::run);
    }

    private void add(Piece piece) {
        if (piece.upTo() <= high) {
            throw new IllegalArgumentException("position " + piece.upTo() + " after " + high);
        }
        frames.put(piece.upTo(), piece.frame());
        bytes += piece.frame().size();
        high = piece.upTo();
        while (frames.size() > maxFrames || (bytes > maxBytes && frames.size() > 1)) {
            Map.Entry<Long, Frame> oldest = frames.pollFirstEntry();
            low = oldest.getKey();
            bytes -= oldest.getValue().size();
        }
    }

    /** Position after the newest frame. */
    public long high() {
        synchronized (lock) {
            return high;
        }
    }

    /** Whether the stream can be read on from this position: before the oldest frame, or the end of one. */
    public boolean holds(long position) {
        synchronized (lock) {
            return position == low || frames.containsKey(position);
        }
    }

    /**
     * Pieces after a position, as many as begin within a number of bytes; empty at the end of the ring, and where it
     * does not {@link #holds hold} the position.
     */
    List<Piece> after(long position, long room) {
        List<Piece> pieces = new ArrayList<>();
        synchronized (lock) {
            if (holds(position)) {
                collect(pieces, position, room);
            }
        }
        return pieces;
    }

    private void collect(List<Piece> pieces, long position, long room) {
        long left = room;
        for (Map.Entry<Long, Frame> next : frames.tailMap(position, false).entrySet()) {
            if (left <= 0) {
                return;
            }
            pieces.add(new Piece(next.getKey(), next.getValue()));
            left -= next.getValue().size();
        }
    }

    /** How many cursors move on at a commit. */
    int followers() {
        return followers.size();
    }

    void join(Runnable follower) {
        followers.add(follower);
    }

    void leave(Runnable follower) {
        followers.remove(follower);
    }
}
