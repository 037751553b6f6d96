package tutti.server.kv;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tutti.model.SessionId;
import tutti.server.store.Bytes;

/**
 * The KV: one document a session. All methods block on the disk. Safe on any thread, but a session has at most one
 * write in flight (its room sees to that).
 */
public interface SnapshotStore {
    /**
     * Makes the file show {@code stamp}: temporary name, force, rename, force the folder. What lies there is looked at
     * first: the very same place is left alone; one that is ahead of the head, or whose chain is not ours at its seq,
     * is put aside under a name that says so. Note it in the journal only after this returned.
     *
     * @param stamp what {@code document} says of itself
     * @throws IOException if the file is not surely there afterwards; the debt stays
     */
    Paid pay(SessionId session, Stamp stamp, Bytes document, History history) throws IOException;

    /** Whether there is a file, readable or not. */
    boolean has(SessionId session);

    /**
     * The file and its stamp, if there is a readable one; whether it is current is for the caller to compare with the
     * head.
     */
    Optional<Filed> read(SessionId session) throws IOException;

    /** Sessions that have a file. */
    Set<SessionId> sessions() throws IOException;

    /** Sessions of which anything lies there: a file, or something that was put aside. */
    Set<SessionId> traces() throws IOException;

    /** Removes the file and all that was put aside; where there is nothing that is fine. Forces the folder. */
    void purge(SessionId session) throws IOException;

    /** The legacy record of this id, if there is one of at most {@link Limits#LEGACY_BYTES}. */
    Legacy legacy(SessionId session);

    /** What the folder says of the legacy record of this id. @throws IOException if there is none */
    Glimpse glimpse(SessionId session) throws IOException;

    /** The first bytes of the legacy record of this id, {@code most} or all there are. */
    Bytes start(SessionId session, int most) throws IOException;

    /** Ids that have a legacy record, adopted or not. */
    Set<SessionId> legacyIds() throws IOException;
}
