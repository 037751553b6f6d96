package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tutti.server.net.Connection;
import tutti.sync.ClientMessage;

/**
 * A connection on its way to a seat. Socket threads and the errand that looks its session up take turns by its lock,
 * which is never held while anything blocks.
 */
final class Guest {
    private record Held(ClientMessage message, int size) {}

    private final Connection connection;
    private final List<Held> held = new ArrayList<>();
    private int heldBytes;
    private boolean expected;
    /** When the next word may come if all that were said had come at an even pace. */
    private long due = Long.MIN_VALUE;

    private boolean gone;
    private long worst;
    private @Nullable Seat seat;
    private @Nullable RoomActor room;

    Guest(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** It said Hello; false if it had already. */
    synchronized boolean expect() {
        boolean first = !expected;
        expected = true;
        return first;
    }

    synchronized boolean isExpected() {
        return expected;
    }

    /** Its room was found: what it said meanwhile follows it. */
    synchronized void sit(RoomActor found, Seat taken) {
        if (gone) {
            return;
        }
        seat = taken;
        room = found;
        found.offer(new Letter.Arrived(taken));
        held.forEach(early -> say(early.message(), early.size()));
        held.clear();
    }

    /** Passes on what it says, in a frame of {@code size} characters; false if that is too much. */
    synchronized boolean say(ClientMessage message, int size) {
        Seat taken = seat;
        RoomActor found = room;
        if (taken == null || found == null) {
            held.add(new Held(message, size));
            heldBytes += size;
            return held.size() <= Limits.HELD && heldBytes <= Limits.EDITS_BYTES;
        }
        if (!taken.isFirst(message)) {
            return true;
        }
        boolean takes = message instanceof ClientMessage.Submit ? taken.takesEdit(size) : taken.takesTalk();
        if (takes) {
            found.offer(new Letter.Said(taken, message, size));
        }
        return takes;
    }

    /** It talks: for so many microseconds it should not be heard then, as nobody talks that fast; 0 if it may go on. */
    synchronized long hurry(long now) {
        due = Math.max(due, now - Limits.TALK * Limits.TALK_MICROS) + Limits.TALK_MICROS;
        return Math.max(0, due - now);
    }

    /** Whether this round trip is news; 0 is none. */
    synchronized boolean measured(long worstMicros) {
        boolean isNews = worstMicros > 0 && worstMicros != worst;
        worst = worstMicros;
        return isNews;
    }

    /** It goes; only the first time counts. */
    synchronized void leave(boolean forGood) {
        if (!gone && seat != null && room != null) {
            room.offer(new Letter.Departed(seat, forGood));
        }
        gone = true;
        held.clear();
    }

    synchronized @Nullable RoomActor room() {
        return room;
    }
}
