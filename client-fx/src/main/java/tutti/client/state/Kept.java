package tutti.client.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.edit.SessionFields;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.Parsed;
import tutti.wire.Stamp;

/**
 * Documents that a server has lost: each in a file of its own beside the outboxes, under the id of the room that is to
 * be made of it, until that is made. All windows on a data folder see the same. One thread, unless it says otherwise.
 */
public final class Kept {
    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
    private static final String ENDING = ".json";

    private final Path folder;
    /** What was read, by its file; nothing for one that cannot be read. */
    private final Map<Path, Optional<Copy>> known = new HashMap<>();

    /**
     * A document that is kept.
     *
     * @param room id of the room that is to be made of it
     */
    public record Copy(SessionId room, Session document) {}

    /** @param data the folder in which outboxes are kept */
    public Kept(Path data) {
        folder = data.resolve("kept");
    }

    /** Keeps a document, durably; one that is kept already is not kept twice. {@code room}: an id nobody can guess. */
    void keep(SessionId room, Session document) throws IOException {
        Session named = named(document);
        if (copies().stream().noneMatch(copy -> copy.document().equals(named))) {
            Folders.replace(file(room), Documents.text(new Stamp(room, 0, Chain.NONE, ""), named));
        }
    }

    /** Under a name that tells it from the room that went back. */
    private static Session named(Session document) {
        String name = document.name() + " (kept)";
        return SessionFields.NAME.kind().legal(name) ? SessionFields.NAME.with(document, name) : document;
    }

    /** All that is kept. */
    public List<Copy> copies() throws IOException {
        List<Path> files = files();
        known.keySet().retainAll(files);
        for (Path file : files) {
            if (!known.containsKey(file)) {
                known.put(file, read(file));
            }
        }
        return files.stream()
                .flatMap(file -> known.getOrDefault(file, Optional.empty()).stream())
                .toList();
    }

    /** It is a room now. Any thread. */
    public void made(Copy copy) throws IOException {
        Files.deleteIfExists(file(copy.room()));
    }

    private Path file(SessionId room) {
        return folder.resolve(room.text() + ENDING);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    /** What is in that file, if it is the one of its room: another one would not be found when its room is made. */
    private Optional<Copy> read(Path file) throws IOException {
        return switch (Documents.read(Files.readAllBytes(file))) {
            case Parsed.Of<Document>(Document document) ->
                document.stamp()
                        .filter(of -> file(of.id()).equals(file))
                        .map(of -> new Copy(of.id(), document.session()));
            case Parsed.Malformed<Document> malformed -> {
                LOG.warn("{} cannot be read ({}) and is left alone", file, malformed.text());
                yield Optional.empty();
            }
        };
    }
}
