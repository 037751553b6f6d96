package tutti.server.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import tutti.model.SessionId;
import tutti.server.kv.FileSnapshots;
import tutti.server.kv.Filed;
import tutti.server.kv.Glimpse;
import tutti.server.kv.History;
import tutti.server.kv.Legacy;
import tutti.server.kv.Paid;
import tutti.server.kv.SnapshotStore;
import tutti.server.kv.Stamp;
import tutti.server.store.Bytes;

/** The KV in a real folder, counted. */
final class RealFiles extends CountedFiles {
    private final Path folder;
    private final SnapshotStore files;

    RealFiles(Path folder) throws IOException {
        this.folder = folder;
        this.files = FileSnapshots.open(folder, Papers.stamps());
    }

    @Override
    Paid write(SessionId session, Stamp stamp, Bytes document, History history) throws IOException {
        return files.pay(session, stamp, document, history);
    }

    @Override
    void lay(SessionId session, String record) throws IOException {
        Path legacies = Files.createDirectories(folder.resolve("legacy"));
        Files.writeString(legacies.resolve(session.text() + ".json"), record);
    }

    @Override
    public boolean has(SessionId session) {
        return files.has(session);
    }

    @Override
    public Optional<Filed> read(SessionId session) throws IOException {
        return files.read(session);
    }

    @Override
    public Set<SessionId> sessions() throws IOException {
        return files.sessions();
    }

    @Override
    public Set<SessionId> traces() throws IOException {
        return files.traces();
    }

    @Override
    public void purge(SessionId session) throws IOException {
        files.purge(session);
    }

    @Override
    public Legacy legacy(SessionId session) {
        return files.legacy(session);
    }

    @Override
    public Glimpse glimpse(SessionId session) throws IOException {
        return files.glimpse(session);
    }

    @Override
    public Bytes start(SessionId session, int most) throws IOException {
        return files.start(session, most);
    }

    @Override
    public Set<SessionId> legacyIds() throws IOException {
        return files.legacyIds();
    }
}
