package tutti.server.room;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tutti.model.SessionId;
import tutti.server.kv.Filed;
import tutti.server.kv.Glimpse;
import tutti.server.kv.History;
import tutti.server.kv.Legacy;
import tutti.server.kv.Paid;
import tutti.server.kv.Stamp;
import tutti.server.store.Bytes;

/** A KV in memory. */
final class FakeFiles extends CountedFiles {
    final Map<SessionId, Filed> files = new TreeMap<>();
    final Map<SessionId, Legacy> legacies = new TreeMap<>();
    /** How often the beginning of a record was read. */
    int starts;
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
    public Glimpse glimpse(SessionId session) {
        return new Glimpse(0, record(session).size());
    }

    @Override
    public Bytes start(SessionId session, int most) {
        starts++;
        byte[] all = record(session).toArray();
        return Bytes.of(Arrays.copyOf(all, Math.min(most, all.length)));
    }

    private Bytes record(SessionId session) {
        return switch (legacies.getOrDefault(session, new Legacy.Absent())) {
            case Legacy.Found(Bytes text) -> text;
            case Legacy.Absent _ -> Bytes.utf8("");
            case Legacy.Unreadable _ -> Bytes.utf8("");
        };
    }

    @Override
    public Set<SessionId> legacyIds() {
        return new TreeSet<>(legacies.keySet());
    }
}
