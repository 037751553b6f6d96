package tutti.server.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import tutti.model.SessionId;

/**
 * The one truth about sessions. A write is told {@code Committed} or {@code Made} only after it was synced.
 *
 * <p><b>Writes</b> never block. The callback comes exactly once, on the store's writer thread (or on the calling
 * thread, if the store is down or full), in the order in which the writes of a session were handed over; it must not
 * block and must not throw: offer to a mailbox and return. A room has one batch in flight. Batches of all rooms that
 * wait share one transaction and one sync.
 *
 * <p><b>Reads</b> block the calling thread (platform or virtual), never the writer, and yield nothing that is not
 * synced.
 *
 * <p><b>Failure</b>: any error on the write path answers every write in flight or waiting with {@code Unknown}, and the
 * store object behind this port is dropped. Until it is {@link StoreWatch#well} again, writes are answered
 * {@code Unknown} and {@link #load} {@code Unavailable} at once. All other reads go on, from what was told before, if
 * the disk can be read; else they are {@code Unavailable} or throw {@link StoreDown}.
 *
 * <p>Safe on any thread.
 */
public interface Journal extends AutoCloseable {
    /**
     * Begins a session. The primary key decides between two creators; the loser is told {@code There} and reads again.
     */
    void create(SessionId session, Birth birth, Consumer<Creation> told);

    /** Appends all that is in the batch, or nothing. */
    void append(Batch batch, Consumer<Outcome> told);

    /** Notes that the KV file of this session shows {@code seq}. Moves the version like every write. */
    void noteKv(SessionId session, long version, long seq, Consumer<Outcome> told);

    /**
     * Puts a session into the bin, or takes it out of there again.
     *
     * @param deleted since when it is deleted, ms since 1970; empty if it is brought back
     * @param request client-made id of the asking: the same once more does nothing and is told {@code Committed} with
     *     the version as it is
     */
    void bin(SessionId session, long version, OptionalLong deleted, String request, Consumer<Outcome> told);

    /**
     * Deletes a session for ever, but for its tombstone.
     *
     * @param request client-made id of the asking: the same request once more is told {@code Committed} again
     */
    void bury(SessionId session, long version, String request, Consumer<Outcome> told);

    /**
     * Notes something that happened and is no row. Nobody waits for it and nobody is told: while too many wait, or the
     * store is away, it is dropped and counted ({@link StoreMetrics#actsDropped}).
     */
    void note(SessionId session, Act act);

    /**
     * Reads a whole session for a room that will write: newest snapshot, the rows after it, the window's rows before
     * it, outbox states. {@code Unavailable} while the store takes no writes.
     */
    Load load(SessionId session, Window window);

    /** {@link #load} for showing it: also while the store takes no writes, if it can be read. */
    Load peek(SessionId session, Window window);

    /**
     * Reads rows after {@code afterSeq}: at most {@code maxBytes} of them (but at least one, if there is one) and at
     * most {@link Limits#STRETCH_ROWS}.
     */
    Stretch rows(SessionId session, long afterSeq, int maxBytes);

    /**
     * Reads the newest rows before the row {@code seq}, which need not be there yet: at most {@code maxRows}, and at
     * most {@code maxBytes} of them, but at least one, if there is one.
     */
    Stretch before(SessionId session, long seq, int maxRows, long maxBytes);

    /** Reads the newest snapshot that shows {@code seq} or an earlier place; {@link #rows} leads on from there. */
    Footing footing(SessionId session, long seq);

    /**
     * All living sessions, by id; those in the bin too, which say since when; but for {@link #damaged} ones.
     *
     * @throws IOException if it cannot be read now: {@link StoreDown}, or {@link StoreDamaged}
     */
    List<Listed> list() throws IOException;

    /**
     * Sessions that are there, but not in the list, because what the catalogue says of them is not as it was written.
     * Reading one of them tells the same.
     *
     * @throws IOException if it cannot be read now: {@link StoreDown}, or {@link StoreDamaged}
     */
    SortedMap<SessionId, Damage> damaged() throws IOException;

    /**
     * Living sessions that owe a KV write by what the store knows: {@code seq > kvSeq}, or {@code seq >= 1} without a
     * noted file.
     *
     * @throws IOException if it cannot be read now: {@link StoreDown}, or {@link StoreDamaged}
     */
    Set<SessionId> owing() throws IOException;

    /**
     * Sessions with a tombstone. A start removes their files again.
     *
     * @throws IOException if it cannot be read now: {@link StoreDown}, or {@link StoreDamaged}
     */
    Set<SessionId> buried() throws IOException;

    /**
     * The newest {@link Limits#READ_ACTS} acts of a session meanwhile, newest first.
     *
     * @throws IOException if it cannot be read now: {@link StoreDown}, or {@link StoreDamaged}
     */
    List<Act> acts(SessionId session, Meanwhile meanwhile) throws IOException;

    /**
     * How authors of a session's rows were seen last, as far as batches said it.
     *
     * @throws IOException if it cannot be read now: {@link StoreDown}, or {@link StoreDamaged}
     */
    Faces faces(SessionId session) throws IOException;

    /**
     * What the owner trimmed of a session last: it begins there.
     *
     * @throws IOException if it cannot be read now: {@link StoreDown}, or {@link StoreDamaged}
     */
    Optional<Trimmed> trimmed(SessionId session) throws IOException;

    /**
     * How many sessions here were adopted from legacy records.
     *
     * @throws IOException if it cannot be read now: {@link StoreDown}, or {@link StoreDamaged}
     */
    long adoptions() throws IOException;

    /** The id of this store, which KV files name. The same for ever, over reopening and rewriting. */
    String storeId();

    /** How the store is now. Looks at the disk's free space; cheap. */
    Health health();

    /** Counters since the start of the process; they go on when the store is reopened. */
    StoreMetrics metrics();

    /**
     * Answers what waits, syncs, and lets go of the folder. Blocks, at most about a minute.
     *
     * @throws IOException if it did not close cleanly; what was acknowledged is durable all the same
     */
    @Override
    void close() throws IOException;
}
