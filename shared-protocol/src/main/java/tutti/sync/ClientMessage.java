package tutti.sync;

import java.util.Optional;
import tutti.model.PatternSlot;
import tutti.model.SessionId;

/** What a client says. */
public sealed interface ClientMessage {
    /**
     * The first message of a connection.
     *
     * @param protocol {@link Limits#PROTOCOL}
     * @param seq of the last row that this client has, 0 if none
     * @param chain at that row, {@link Chain#NONE} if this client has nothing
     * @param clock the room's time as this client knows it, if it does
     */
    record Hello(
            int protocol,
            SessionId session,
            Secret secret,
            Profile profile,
            OutboxId outbox,
            long seq,
            Chain chain,
            Optional<RoomClock> clock)
            implements ClientMessage {}

    /** An edit. */
    record Submit(Edit edit) implements ClientMessage {}

    /**
     * Asks for the room's time.
     *
     * @param sent the client's own microseconds, which come back
     * @param worst the longest round trip of the last minute in microseconds, 0 if none is known
     */
    record Ping(long sent, long worst) implements ClientMessage {}

    /** Where this window is now; nothing if nowhere. */
    record Point(Optional<Pointer> pointer) implements ClientMessage {}

    /** Another name or colour. */
    record Rename(Profile profile) implements ClientMessage {}

    /** Starts the room, with that pattern if one is given. */
    record Play(Optional<PatternSlot> pattern) implements ClientMessage {}

    /** Stops the room, or withdraws a stop that has not landed ({@code keep}). */
    record Stop(boolean keep) implements ClientMessage {}

    /** Plays that pattern from the next bar on; withdraws it if it waits already. */
    record Launch(PatternSlot pattern) implements ClientMessage {}

    /** This window goes for good. */
    record Leave() implements ClientMessage {}
}
