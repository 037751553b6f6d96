package tutti.server.room;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tutti.model.SessionId;
import tutti.server.kv.Filed;
import tutti.server.kv.History;
import tutti.server.kv.Legacy;
import tutti.server.kv.Paid;
import tutti.server.kv.Stamp;
import tutti.server.store.Bytes;

/** A KV in memory. */
final class FakeFiles extends CountedFiles {
    final Map<SessionId, Filed> files = new TreeMap<>();
    final Map<SessionId, Legacy> legacies = new TreeMap<>();
    /** Whether every call that a disk would serve ends in an Error. */
    boolean error;

    @Override
    Paid write(SessionId session, Stamp stamp, Bytes document, History history) {
        fail();
        Filed there = files.get(session);
        if (there != null && there.stamp().at().equals(stamp.at())) {
            return new Paid.There();
        }
        files.put(session, new Filed(stamp, document));
        return new Paid.Written(Optional.empty());
    }

    @Override
    void lay(SessionId session, String record) {
        legacies.put(session, new Legacy.Found(Bytes.utf8(record)));
    }

    private void fail() {
        if (error) {
            throw new StackOverflowError("an error that a test made");
        }
    }

    @Override
    public boolean has(SessionId session) {
        return files.containsKey(session);
    }

    @Override
    public Optional<Filed> read(SessionId session) {
        return Optional.ofNullable(files.get(session));
    }

    @Override
    public Set<SessionId> sessions() {
        return new TreeSet<>(files.keySet());
    }

    @Override
    public Set<SessionId> traces() {
        return sessions();
    }

    @Override
    public void purge(SessionId session) {
        fail();
        files.remove(session);
    }

    @Override
    public Legacy legacy(SessionId session) {
        fail();
        return legacies.getOrDefault(session, new Legacy.Absent());
    }

    @Override
    public Set<SessionId> legacyIds() {
        return new TreeSet<>(legacies.keySet());
    }
}
