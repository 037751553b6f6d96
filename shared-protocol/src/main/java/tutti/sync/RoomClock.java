package tutti.sync;

/**
 * The room's time as one end knows it. The first client that returns to a restarted server gives it back, so that the
 * music goes on. A room does not take one that is beyond the bounds of musical time, whose tempo no session can have,
 * or whose first launch is still to come: it begins at its own time then.
 *
 * @param now room time in microseconds when the message that carries this was made
 * @param transport what played then
 */
public record RoomClock(long now, Transport transport) {}
