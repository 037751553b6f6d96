package tutti.client.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tutti.sync.ClientMessage;
import tutti.sync.ServerMessage;

/**
 * When to ping and what follows from the pongs: a burst at every Welcome and every half minute, in between a ping a
 * second to know that the server lives. Times are own microseconds. Not thread-safe.
 */
final class Pinger {
    private static final long BURST_PACE = 50_000;
    private static final long PACE = 1_000_000;
    private static final long BURST_EVERY = 30_000_000;
    private static final long SILENCE = 10_000_000;
    private static final long MINUTE = 60_000_000;
    /** A new measurement that differs by less is noise: the old one stays, so that the sound does not jump. */
    private static final long WORTH = 2_000;

    private record Trip(long at, long micros) {}

    private final Deque<Trip> trips = new ArrayDeque<>();
    private RoomTime.Burst burst = new RoomTime.Burst();
    private Optional<RoomTime> time = Optional.empty();
    private Optional<RoomTime> said = Optional.empty();
    private boolean live;
    private boolean bursting;
    private int toSend;
    private long nextPing;
    private long nextBurst;
    private long heard;

    /** The room's time, once a burst is in. */
    Optional<RoomTime> time() {
        return time;
    }

    /**
     * The room's time as near as it is known: until a burst is in, as the newest Welcome said it, late by its way here.
     */
    Optional<RoomTime> near() {
        return time.or(() -> said);
    }

    /** Welcome, which says the room's time: measure anew; what was known counts no more if it has another clock. */
    void welcomed(boolean otherClock, long room, long now) {
        said = Optional.of(new RoomTime(room - now, SILENCE));
        time = otherClock ? Optional.empty() : time;
        live = true;
        heard = now;
        begin(now);
    }

    void stopped() {
        live = false;
    }

    /** The ping to send now, if one is due. */
    Optional<ClientMessage.Ping> due(long now) {
        if (!live || now < nextPing) {
            return Optional.empty();
        }
        if (now >= nextBurst) {
            begin(now);
        }
        toSend = Math.max(0, toSend - 1);
        nextPing = now + (toSend > 0 ? BURST_PACE : PACE);
        return Optional.of(new ClientMessage.Ping(now, worst(now)));
    }

    /** Own time of the next ping. */
    long next() {
        return live ? nextPing : Long.MAX_VALUE;
    }

    /** Whether the server has been silent for so long that the line must be dead. */
    boolean silent(long now) {
        return live && now - heard > SILENCE;
    }

    /** Anything came from the server. */
    void heard(long now) {
        heard = now;
    }

    /** A pong; true if the room's time is another one from now on. */
    boolean pong(ServerMessage.Pong pong, long now) {
        trips.addLast(new Trip(now, now - pong.sent()));
        while (trips.peekFirst() != null && trips.peekFirst().at() < now - MINUTE) {
            trips.removeFirst();
        }
        if (!bursting || !burst.add(pong.sent(), pong.room(), now)) {
            return false;
        }
        bursting = false;
        RoomTime fresh = burst.result();
        boolean worth =
                time.map(old -> Math.abs(old.offset() - fresh.offset()) > WORTH).orElse(true);
        time = worth ? Optional.of(fresh) : time;
        return worth;
    }

    private void begin(long now) {
        burst = new RoomTime.Burst();
        bursting = true;
        toSend = Limits.BURST;
        nextPing = now;
        nextBurst = now + BURST_EVERY;
    }

    private long worst(long now) {
        return trips.stream()
                .filter(trip -> trip.at() >= now - MINUTE)
                .mapToLong(Trip::micros)
                .max()
                .orElse(0);
    }
}
