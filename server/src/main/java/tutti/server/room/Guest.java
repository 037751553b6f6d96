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
    private final Connection connection;
    private final List<ClientMessage> held = new ArrayList<>();
    private boolean expected;
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
        held.forEach(this::say);
        held.clear();
    }

    /** Passes on what it says; false if that is too much. */
    synchronized boolean say(ClientMessage message) {
        Seat taken = seat;
        RoomActor found = room;
        if (taken == null || found == null) {
            held.add(message);
            return held.size() <= Limits.HELD;
        }
        boolean takes = message instanceof ClientMessage.Submit ? taken.takesEdit() : taken.takesTalk();
        if (takes) {
            found.offer(new Letter.Said(taken, message));
        }
        return takes;
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
