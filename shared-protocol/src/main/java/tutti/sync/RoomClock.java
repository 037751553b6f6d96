package tutti.sync;

/**
 * The room's time as one end knows it. The first client that returns to a restarted server gives it back, so that the
 * music goes on.
 *
 * @param now room time in microseconds when the message that carries this was made
 * @param transport what played then
 */
public record RoomClock(long now, Transport transport) {}
