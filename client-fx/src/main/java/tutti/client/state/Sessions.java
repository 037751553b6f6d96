package tutti.client.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
 * @param freshOutbox makes an id that nobody can guess; that of a room which is to be made comes from it too
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
        SessionCore.Setting setting =
                new SessionCore.Setting(session, secret, freshOutbox, new Bulletin(), new Kept(data));
        return new SessionLoop(
                loop -> {
                    List<SessionCore> cores = new ArrayList<>();
                    for (Drawer.Claimed files : drawer.claim(freshOutbox)) {
                        cores.add(core(setting, profile, drawer, files, ends -> lines.apply(loop.ends(ends))));
                    }
                    return new Crew(cores.getFirst(), cores.subList(1, cores.size()));
                },
                micros,
                published,
                failed);
    }

    /** A core and its line, which know each other. */
    private static SessionCore core(
            SessionCore.Setting setting,
            Profile profile,
            Drawer drawer,
            Drawer.Claimed files,
            Function<Supplier<SessionCore>, Line> lines)
            throws IOException {
        CompletableFuture<SessionCore> made = new CompletableFuture<>();
        SessionCore core = new SessionCore(setting, profile, drawer, files, lines.apply(made::join));
        made.complete(core);
        return core;
    }
}
