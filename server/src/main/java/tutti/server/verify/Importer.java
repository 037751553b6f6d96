package tutti.server.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tutti.model.SessionId;
import tutti.server.room.Papers;
import tutti.server.store.Birth;
import tutti.server.store.Bytes;
import tutti.server.store.Chain;
import tutti.server.store.Creation;
import tutti.server.store.Journal;
import tutti.server.store.Mark;
import tutti.server.store.Origin;

/**
 * Brings a folder of files into a store: records of the old web system, and KV files of ours whose store was lost. The
 * primary key decides, so that it can be done again and again and never puts anything in the place of what is there.
 * The files are only read. Blocks.
 */
public final class Importer {
    private static final String ENDING = ".json";
    private static final int MOST = tutti.server.kv.Limits.FILE_BYTES;
    private static final int ANSWER_SECONDS = 60;

    private final Journal journal;

    /** Into this store, which stays open. */
    public Importer(Journal journal) {
        this.journal = journal;
    }

    /**
     * Brings over every {@code <id>.json} of a folder and of its folder {@code legacy}, in order of name. A file that
     * cannot be read is refused, and the others go on.
     *
     * @return what became of each, up to where it was ended
     * @throws IOException if the folder cannot be read, or the store fails; what was brought over until then is there
     */
    public List<Brought> all(Path folder, Progress progress) throws IOException {
        List<Path> files = new ArrayList<>(files(folder));
        if (Files.isDirectory(folder.resolve("legacy"))) {
            files.addAll(files(folder.resolve("legacy")));
        }
        List<Brought> brought = new ArrayList<>();
        for (int i = 0; i < files.size() && progress.at(i, files.size()); i++) {
            brought.add(one(files.get(i)));
        }
        return brought;
    }

    private static Set<Path> files(Path folder) throws IOException {
        Set<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            files.forEach(found::add);
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        return found;
    }

    private Brought one(Path file) throws IOException {
        String name = file.getFileName().toString();
        Optional<SessionId> id = SessionId.parse(name.substring(0, name.length() - ENDING.length()));
        if (id.isEmpty()) {
            return refused(name, "its name is no id of a session");
        }
        byte[] content;
        long written;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST + 1);
            written = Files.getLastModifiedTime(file).toMillis();
        } catch (IOException unreadable) {
            return refused(name, why(file, unreadable));
        }
        return content.length > MOST
                ? refused(name, "it is larger than any file of a session")
                : created(name, id.get(), Incoming.read(id.get(), content), written);
    }

    /** What the system says of a file that it does not give; of a folder each system says something else. */
    private static String why(Path file, IOException unreadable) {
        return Files.isDirectory(file) ? "it is a folder" : "it cannot be read: " + unreadable;
    }

    private Brought created(String name, SessionId id, Incoming incoming, long written) throws IOException {
        return switch (incoming) {
            case Incoming.Old old -> create(name, id, birth(old), new Brought(name, Brought.End.ADOPTED, old.words()));
            case Incoming.Ours ours ->
                create(name, id, birth(ours, written), new Brought(name, Brought.End.RESTORED, ours.words()));
            case Incoming.Neither(String why) -> refused(name, why);
        };
    }

    private static Brought refused(String name, String why) {
        return new Brought(name, Brought.End.REFUSED, List.of(why));
    }

    private static Birth birth(Incoming.Old old) {
        return Papers.birth(begins(0), old.record());
    }

    private static Birth birth(Incoming.Ours ours, long created) {
        return Papers.birth(begins(ours.seq()), ours.session(), Origin.IMPORTED, created);
    }

    private static Mark begins(long seq) {
        String random = UUID.randomUUID().toString() + UUID.randomUUID();
        return new Mark(seq, new Chain(Bytes.utf8(random).sha256()));
    }

    private Brought create(String name, SessionId id, Birth birth, Brought made) throws IOException {
        CompletableFuture<Creation> told = new CompletableFuture<>();
        journal.create(id, birth, told::complete);
        return switch (answer(told)) {
            case Creation.Made _ -> made;
            case Creation.There _, Creation.Damaged _ -> new Brought(name, Brought.End.THERE, List.of());
            case Creation.Buried _ -> refused(name, "this session was deleted here");
            case Creation.Rejected(String reason) -> refused(name, reason);
            case Creation.Unknown(String reason) -> throw new IOException(reason);
        };
    }

    private static Creation answer(CompletableFuture<Creation> told) throws IOException {
        try {
            return told.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            throw new IOException("the store takes too long", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("it was ended", stopped);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the journal's callback is only ever told", impossible);
        }
    }
}
