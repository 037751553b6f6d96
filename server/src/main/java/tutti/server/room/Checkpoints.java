package tutti.server.room;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tutti.edit.Parts;
import tutti.model.Session;
import tutti.server.store.Bytes;
import tutti.server.store.Checkpoint;
import tutti.server.store.Mark;
import tutti.sync.Effect;

/**
 * The newest stored snapshot of a room, and how the next one is made of it: only what changed since is written. For the
 * room's turn alone.
 */
final class Checkpoints {
    /** Bytes of a part in a manifest beside its name. */
    private static final int ENTRY = 44;

    private record Taken(Checkpoint checkpoint, Session document) {}

    private Mark at;
    /** That is stored newest; null where it could not be read whole, so that nothing of it may be kept. */
    private @Nullable Session document;

    private long cost;
    private long tail;
    private @Nullable Taken taken;

    /**
     * What was read.
     *
     * @param document that the snapshot shows; null if that is not the one that is stored newest
     * @param parts of it, as they are stored
     * @param tail bytes of the rows after it
     */
    Checkpoints(Mark at, @Nullable Session document, SortedMap<String, Bytes> parts, long tail) {
        this.at = at;
        this.document = document;
        this.cost = cost(parts, parts.keySet());
        this.tail = tail;
    }

    private static long cost(SortedMap<String, Bytes> fresh, Set<String> names) {
        return fresh.values().stream().mapToLong(Bytes::size).sum()
                + names.stream().mapToLong(name -> name.length() + ENTRY).sum();
    }

    /** More rows are written. */
    void wrote(long bytes) {
        tail += bytes;
    }

    /** The snapshot that goes with that batch, if one does. */
    Optional<Checkpoint> take(Effect.Append batch) {
        taken = due(batch.seq()) ? taken(batch) : null;
        return Optional.ofNullable(taken).map(Taken::checkpoint);
    }

    /**
     * A snapshot is due when as many bytes of rows were written as the last one took, so that it about doubles what is
     * written; and not before a load would notice. Hibernation needs none: what undo needs is read anyway.
     */
    private boolean due(long seq) {
        return seq - at.seq() >= Limits.CHECKPOINT_ROWS && tail >= cost;
    }

    private Taken taken(Effect.Append batch) {
        SortedMap<String, Bytes> fresh = new TreeMap<>();
        SortedSet<String> kept = new TreeSet<>();
        if (document == null) {
            fresh.putAll(Papers.parts(batch.session()));
        } else {
            Parts.Since since = Parts.since(document, batch.session());
            since.fresh().forEach(part -> fresh.put(part.name(), Papers.part(part)));
            kept.addAll(since.kept());
        }
        Checkpoint checkpoint = new Checkpoint(Papers.mark(batch.seq(), batch.chain()), fresh, kept);
        return new Taken(checkpoint, batch.session());
    }

    /** The batch is durable, and the snapshot that went with it. */
    void stored() {
        if (taken != null) {
            Checkpoint checkpoint = taken.checkpoint();
            at = checkpoint.at();
            document = taken.document();
            cost = cost(checkpoint.fresh(), checkpoint.fresh().keySet()) + cost(new TreeMap<>(), checkpoint.kept());
            tail = 0;
            taken = null;
        }
    }
}
