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
                loop -> crew(drawer, freshOutbox, files -> {
                    Function<Supplier<SessionCore>, Line> line = ends -> lines.apply(loop.ends(ends));
                    return core(setting, profile, drawer, files, line);
                }),
                micros,
                published,
                failed);
    }

    /** Makes the core of an outbox. */
    private interface CoreMaker {
        SessionCore make(Drawer.Claimed files) throws IOException;
    }

    /** Of all that is held, or of nothing: then whoever tries again finds it as it was. */
    private static Crew crew(Drawer drawer, Supplier<OutboxId> fresh, CoreMaker maker) throws IOException {
        List<Drawer.Claimed> claimed = drawer.claim(fresh);
        List<SessionCore> cores = new ArrayList<>();
        try {
            for (Drawer.Claimed files : claimed) {
                cores.add(maker.make(files));
            }
        } catch (IOException | RuntimeException failed) {
            cores.forEach(SessionCore::letGo);
            claimed.subList(cores.size(), claimed.size()).forEach(Drawer.Claimed::letGo);
            throw failed;
        }
        return new Crew(cores.getFirst(), cores.subList(1, cores.size()));
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
        Line line = lines.apply(made::join);
        try {
            SessionCore core = new SessionCore(setting, profile, drawer, files, line);
            made.complete(core);
            return core;
        } catch (IOException | RuntimeException failed) {
            line.close();
            throw failed;
        }
    }
}
