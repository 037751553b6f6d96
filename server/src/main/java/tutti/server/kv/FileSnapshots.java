package tutti.server.kv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tutti.model.SessionId;
import tutti.server.store.Bytes;
import tutti.server.store.Disk;

/**
 * The KV in a folder: {@code <id>.json}, beside it what was put aside ({@code <id>.put-aside-<why>-<n>.json}), and
 * {@code legacy/<id>.json}, which is only ever read. An id's alphabet has no dot and no slash, so that no id can name
 * anything else. Blocks on the disk.
 */
public final class FileSnapshots implements SnapshotStore {
    private static final String ENDING = ".json";
    private static final String ASIDE = ".put-aside-";

    private final Path folder;
    private final Stamps stamps;
    private final Disk disk;

    private FileSnapshots(Path folder, Stamps stamps, Disk disk) {
        this.folder = folder;
        this.stamps = stamps;
        this.disk = disk;
    }

    /**
     * Opens the folder, makes it if need be, and removes files whose writing was cut off.
     *
     * @param stamps reads what a document says of itself
     */
    public static FileSnapshots open(Path folder, Stamps stamps) throws IOException {
        return open(folder, stamps, Disk.SYSTEM);
    }

    static FileSnapshots open(Path folder, Stamps stamps, Disk disk) throws IOException {
        disk.make(folder);
        for (Path cutOff : list(folder, "*" + Disk.TEMPORARY)) {
            disk.delete(cutOff);
        }
        return new FileSnapshots(folder, stamps, disk);
    }

    /** Only to be read: nothing is made or removed, and a folder that is not there holds nothing. */
    public static SnapshotStore look(Path folder, Stamps stamps) {
        return new FileSnapshots(folder, stamps, Disk.SYSTEM);
    }

    @Override
    public Paid pay(SessionId session, Stamp stamp, Bytes document, History history) throws IOException {
        Path file = file(session);
        Optional<String> putAside = Optional.empty();
        if (Files.exists(file)) {
            Optional<Stamp> lies = read(session).map(Filed::stamp);
            if (lies.isPresent() && lies.get().at().equals(stamp.at())) {
                disk.force(folder);
                return new Paid.There();
            }
            Optional<String> why = unfit(lies, stamp, history);
            putAside = why.isPresent() ? Optional.of(putAside(session, why.get())) : Optional.empty();
        }
        disk.replace(file, stamps.sealed(document));
        return new Paid.Written(putAside);
    }

    /** Why what lies there is not simply an older state of ours, if it is not. */
    private static Optional<String> unfit(Optional<Stamp> lies, Stamp stamp, History history) throws IOException {
        if (lies.isEmpty()) {
            return Optional.of("unreadable");
        }
        if (lies.get().at().seq() > stamp.at().seq()) {
            return Optional.of("ahead");
        }
        return history.has(lies.get().at()) ? Optional.empty() : Optional.of("foreign");
    }

    private String putAside(SessionId session, String why) throws IOException {
        for (int n = 1; n <= Limits.ASIDES; n++) {
            Path aside = folder.resolve(session.text() + ASIDE + why + "-" + n + ENDING);
            if (!Files.exists(aside)) {
                disk.rename(file(session), aside);
                disk.force(folder); // else the new file may be there after a power cut, and neither name of this one
                return aside.getFileName().toString();
            }
        }
        throw new IOException("more than " + Limits.ASIDES + " files of " + session.text() + " were put aside");
    }

    @Override
    public boolean has(SessionId session) {
        return Files.exists(file(session));
    }

    @Override
    public Optional<Filed> read(SessionId session) throws IOException {
        Optional<Bytes> document = content(file(session), Limits.FILE_BYTES).flatMap(stamps::opened);
        return document.flatMap(found -> stamps.stampOf(found).map(stamp -> new Filed(stamp, found)));
    }

    /** The content of a file that is there and no larger than that. */
    private static Optional<Bytes> content(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(limit + 1);
            return content.length > limit ? Optional.empty() : Optional.of(Bytes.of(content));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public Set<SessionId> sessions() throws IOException {
        return ids(folder);
    }

    @Override
    public Set<SessionId> traces() throws IOException {
        Set<SessionId> ids = new TreeSet<>();
        for (Path file : list(folder, "*.*")) {
            String name = file.getFileName().toString();
            SessionId.parse(name.substring(0, name.indexOf('.'))).ifPresent(ids::add);
        }
        return ids;
    }

    @Override
    public void purge(SessionId session) throws IOException {
        for (Path file : list(folder, session.text() + ".*")) {
            disk.delete(file);
        }
        disk.force(folder);
    }

    @Override
    public Legacy legacy(SessionId session) {
        Path file = record(session);
        if (!Files.exists(file)) {
            return new Legacy.Absent();
        }
        try {
            return content(file, Limits.LEGACY_BYTES)
                    .<Legacy>map(Legacy.Found::new)
                    .orElseGet(() -> new Legacy.Unreadable(file.getFileName() + " is too large for a legacy record"));
        } catch (IOException failed) {
            return new Legacy.Unreadable(file.getFileName() + " cannot be read: " + failed.getMessage());
        }
    }

    @Override
    public Glimpse glimpse(SessionId session) throws IOException {
        BasicFileAttributes said = Files.readAttributes(record(session), BasicFileAttributes.class);
        return new Glimpse(said.lastModifiedTime().toMillis(), said.size());
    }

    @Override
    public Bytes start(SessionId session, int most) throws IOException {
        try (InputStream in = Files.newInputStream(record(session))) {
            return Bytes.of(in.readNBytes(most));
        }
    }

    @Override
    public Set<SessionId> legacyIds() throws IOException {
        return Files.isDirectory(legacies()) ? ids(legacies()) : Set.of();
    }

    private Path record(SessionId session) {
        return legacies().resolve(session.text() + ENDING);
    }

    private Path legacies() {
        return folder.resolve("legacy");
    }

    private Path file(SessionId session) {
        return folder.resolve(session.text() + ENDING);
    }

    private static Set<SessionId> ids(Path folder) throws IOException {
        Set<SessionId> ids = new TreeSet<>();
        for (Path file : list(folder, "*" + ENDING)) {
            String name = file.getFileName().toString();
            SessionId.parse(name.substring(0, name.length() - ENDING.length())).ifPresent(ids::add);
        }
        return ids;
    }

    private static Set<Path> list(Path folder, String glob) throws IOException {
        Set<Path> found = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            files.forEach(found::add);
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        return found;
    }
}
