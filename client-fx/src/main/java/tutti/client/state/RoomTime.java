package tutti.client.state;

import java.util.Arrays;

/**
 * From this machine's steady clock to room time: the median of a burst of pings, each taken at the middle of its way.
 *
 * @param offset room time less own time, microseconds
 * @param spread half the shortest round trip: the offset cannot be further off than that, microseconds
 */
public record RoomTime(long offset, long spread) {
    /** Room time at {@code own} microseconds of this machine. */
    public long room(long own) {
        return own + offset;
    }

    /** Own time at {@code room} microseconds. */
    public long own(long room) {
        return room - offset;
    }

    /** The answers to one burst of pings. Not thread-safe. */
    static final class Burst {
        private final long[] offsets = new long[Limits.BURST];
        private long shortest = Long.MAX_VALUE;
        private int count;

        /** A pong came back; true with the last of the burst. */
        boolean add(long sent, long room, long now) {
            offsets[count++] = room - (sent + now) / 2;
            shortest = Math.min(shortest, now - sent);
            return count == offsets.length;
        }

        RoomTime result() {
            long[] sorted = Arrays.copyOf(offsets, count);
            Arrays.sort(sorted);
            return new RoomTime(sorted[count / 2], shortest / 2);
        }
    }
}
