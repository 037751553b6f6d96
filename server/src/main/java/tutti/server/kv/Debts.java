package tutti.server.kv;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import tutti.model.SessionId;
import tutti.server.store.Journal;
import tutti.server.store.Listed;

/** What a start finds owed, before anybody connects. */
public final class Debts {
    private Debts() {}

    /** Sessions that owe a KV write, by the heads and the folder. Blocks on both. */
    public static Set<SessionId> owed(Journal journal, SnapshotStore files) throws IOException {
        Set<SessionId> owed = new TreeSet<>();
        for (Listed line : journal.list()) {
            if (new Debt(line.at().seq(), line.kvSeq(), files.has(line.session())).owed()) {
                owed.add(line.session());
            }
        }
        return owed;
    }

    /**
     * Removes the files of sessions that were deleted, in case a crash came between tombstone and removal.
     *
     * @return the sessions of which something was there
     */
    public static Set<SessionId> purge(Journal journal, SnapshotStore files) throws IOException {
        Set<SessionId> purged = new TreeSet<>(journal.buried());
        purged.retainAll(files.traces());
        for (SessionId session : purged) {
            files.purge(session);
        }
        return purged;
    }

    /**
     * Files of ours without their session in the journal: damage to report, not truth to trust. Nothing is done to
     * them.
     */
    public static Set<SessionId> orphans(Journal journal, SnapshotStore files) throws IOException {
        Set<SessionId> orphans = new TreeSet<>(files.sessions());
        journal.list().forEach(line -> orphans.remove(line.session()));
        orphans.removeAll(journal.buried());
        orphans.removeAll(journal.damaged().keySet());
        return orphans;
    }
}
