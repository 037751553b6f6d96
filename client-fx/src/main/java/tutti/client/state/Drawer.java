package tutti.client.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.edit.Parts;
import tutti.model.SessionId;
import tutti.sync.Base;
import tutti.sync.Outbox;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/**
 * Where this machine keeps its outboxes of a session, each with the snapshot that was confirmed last. A window that
 * opens
 * takes over one that a dead window left, else begins a new one.
 */
final class Drawer {
    private static final Logger LOG = LoggerFactory.getLogger(Drawer.class);
    private static final String ENDING = ".outbox";

    private final Path folder;
    private final Disk disk;
    private final Codec codec = new Codec(OutboxNote.class);

    /** An outbox in use. */
    record Claimed(Outbox outbox, OutboxLog log, Path base) {
        /** Holds its file no longer; what was not forced may be lost. */
        void letGo() {
            try {
                log.close();
            } catch (IOException e) {
                LOG.warn("an outbox file cannot be closed", e);
            }
        }
    }

    Drawer(Path data, SessionId session) throws IOException {
        this(data, session, Disk.SYSTEM);
    }

    Drawer(Path data, SessionId session, Disk disk) throws IOException {
        this.folder = data.resolve("outbox").resolve(session.text());
        this.disk = disk;
        disk.make(folder);
    }

    /**
     * Takes over the outboxes that nobody holds, or begins one: first the fullest, which this window goes on with, then
     * those in which something is left to deliver. All are held by the caller.
     */
    List<Claimed> claim(Supplier<OutboxId> fresh) throws IOException {
        List<OutboxLog> held = new ArrayList<>();
        try {
            return claim(fresh, held);
        } catch (IOException | RuntimeException failed) {
            letGo(held, failed);
            throw failed;
        }
    }

    /** Whoever tries again finds them as they were. */
    private static void letGo(List<OutboxLog> held, Exception failed) {
        for (OutboxLog log : held) {
            try {
                log.close();
            } catch (IOException e) {
                failed.addSuppressed(e);
            }
        }
    }

    private List<Claimed> claim(Supplier<OutboxId> fresh, List<OutboxLog> held) throws IOException {
        List<Claimed> left = abandoned(held);
        if (left.isEmpty()) {
            return List.of(begin(fresh.get(), held));
        }
        left.sort(Comparator.comparingInt(Drawer::weight).reversed());
        List<Claimed> taken = new ArrayList<>();
        for (Claimed claimed : left) {
            if (taken.isEmpty() || undelivered(claimed.outbox()) > 0) {
                claimed.log().rewrite(claimed.outbox().notes());
                taken.add(claimed);
            } else {
                discard(claimed);
            }
        }
        return taken;
    }

    /** All outboxes that nobody holds; they are held by the caller now, and stand in {@code held}. */
    private List<Claimed> abandoned(List<OutboxLog> held) throws IOException {
        List<Claimed> left = new ArrayList<>();
        for (Path file : files()) {
            Optional<OutboxLog> log = OutboxLog.open(file, codec, disk);
            if (log.isPresent()) {
                held.add(log.get());
                read(file, log.get()).ifPresent(left::add);
            }
        }
        return left;
    }

    /** Deletes an outbox of which nothing is left to deliver. */
    void discard(Claimed done) throws IOException {
        done.log().delete();
        disk.delete(done.base());
    }

    /** The snapshot beside an outbox; nothing known if there is none that can be read. */
    Base base(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Base.NONE;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return switch (codec.read(ServerMessage.class, text, Limits.BASE_CHARS)) {
            case Parsed.Of<ServerMessage>(ServerMessage.Snapshot saved) ->
                new Base(Parts.join(saved.parts()), saved.seq(), saved.chain());
            case Parsed.Of<ServerMessage> other -> unreadable(file, "it holds something else");
            case Parsed.Malformed<ServerMessage> malformed -> unreadable(file, malformed.text());
        };
    }

    /** Saves the snapshot, durably. */
    void save(Path file, Base base) throws IOException {
        ServerMessage.Snapshot snapshot =
                new ServerMessage.Snapshot(base.seq(), base.chain(), Parts.of(base.session()), true);
        disk.replace(file, codec.write(snapshot));
    }

    private Base unreadable(Path file, String why) {
        LOG.warn("{} cannot be read ({}): the server will send the session anew", file.getFileName(), why);
        return Base.NONE;
    }

    private Optional<Claimed> read(Path file, OutboxLog log) throws IOException {
        List<OutboxNote> notes = log.read();
        if (notes.isEmpty() || !(notes.getFirst() instanceof OutboxNote.Opened opened)) {
            LOG.warn("{} has no readable beginning", file.getFileName());
            log.close();
            return Optional.empty();
        }
        Outbox outbox = new Outbox(opened.outbox());
        notes.forEach(outbox::apply);
        return Optional.of(new Claimed(outbox, log, basePath(file)));
    }

    private Claimed begin(OutboxId id, List<OutboxLog> held) throws IOException {
        Path file = folder.resolve(id.text() + ENDING);
        OutboxLog log = OutboxLog.open(file, codec, disk)
                .orElseThrow(() -> new IOException(file.getFileName() + " is held by another window"));
        held.add(log);
        Outbox outbox = new Outbox(id);
        log.rewrite(outbox.notes());
        return new Claimed(outbox, log, basePath(file));
    }

    private static int weight(Claimed claimed) {
        return 2 * undelivered(claimed.outbox()) + (claimed.outbox().undo().isEmpty() ? 0 : 1);
    }

    private static int undelivered(Outbox outbox) {
        long numbered = outbox.numbered().stream()
                .filter(edit -> edit.n() > outbox.settled())
                .count();
        return (int) numbered + outbox.waiting().size();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static Path basePath(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".base");
    }
}
