package tutti.client.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tutti.model.SessionId;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Secret;

/**
 * Opens sessions for this machine.
 *
 * @param data the folder in which outboxes are kept
 * @param micros a steady clock, microseconds
 * @param freshOutbox makes an id that nobody can guess
 */
public record Sessions(Path data, LongSupplier micros, Supplier<OutboxId> freshOutbox) {
    /**
     * Opens a session, with what an earlier window left undelivered.
     *
     * @param lines makes the line to the server
     * @param published hears every new status, on the session's thread
     * @param failed hears in words why the session ended by itself, on the session's thread
     * @throws IOException if the outbox cannot be read or written
     */
    public SessionLoop open(
            SessionId session,
            Secret secret,
            Profile profile,
            Function<Line.Listener, Line> lines,
            Consumer<Status> published,
            Consumer<String> failed)
            throws IOException {
        Drawer drawer = new Drawer(data, session);
        Drawer.Claimed files = drawer.claim(freshOutbox);
        SessionCore.Setting setting = new SessionCore.Setting(session, secret, freshOutbox);
        return new SessionLoop(
                lines, line -> new SessionCore(setting, profile, drawer, files, line), micros, published, failed);
    }
}
