package tutti.server.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.kv.SnapshotStore;
import tutti.server.store.Journal;
import tutti.server.store.Load;
import tutti.server.store.Mark;
import tutti.server.store.Row;
import tutti.server.store.Window;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.OutboxState;
import tutti.sync.Restored;
import tutti.sync.Room;
import tutti.sync.Saved;
import tutti.wire.Codec;

/** Makes rooms from what the store has. Blocks on the store; any thread. */
record Restorer(Journal journal, SnapshotStore files, Codec codec) {
    private static final Logger LOG = LoggerFactory.getLogger(Restorer.class);

    /**
     * One row more than the room's window and, since the store counts bytes and the room counts characters, three times
     * the bytes: what is read is never less than the window, which then is a function of the rows alone.
     */
    private static final Window WINDOW = new Window(
            tutti.sync.Limits.WINDOW_ROWS + 1,
            3 * tutti.sync.Limits.WINDOW_BYTES + tutti.server.store.Limits.ROW_BYTES);

    private static final Window NOTHING_BEFORE = new Window(0, 0);

    /** The room with all that undo needs. */
    Waked wake(SessionId id) {
        return restored(id, journal.load(id, WINDOW));
    }

    /** The document alone, folded; the room in it knows less of the past. */
    Waked peek(SessionId id) {
        return restored(id, journal.peek(id, NOTHING_BEFORE));
    }

    private Waked restored(SessionId id, Load load) {
        return switch (load) {
            case Load.Found found -> restore(id, found);
            case Load.Absent absent -> new Waked.Missing("there is no such session");
            case Load.Buried buried -> new Waked.Missing("this session was deleted");
            case Load.Damaged damaged -> new Waked.Damaged(damaged.damage().toString());
            case Load.Unavailable down -> new Waked.Later(down.reason());
        };
    }

    private Waked restore(SessionId id, Load.Found found) {
        try {
            Session stored = Papers.session(found.snapshot().parts());
            return switch (Room.restore(saved(found, stored), codec)) {
                case Restored.Alive(Room room) -> alive(id, found, stored, room);
                case Restored.Damaged(String what) -> new Waked.Damaged(what);
            };
        } catch (Papers.Unreadable unreadable) {
            return new Waked.Damaged("session " + id.text() + ", " + unreadable.getMessage());
        }
    }

    private Waked alive(SessionId id, Load.Found found, Session stored, Room room) {
        Mark head = found.head().at();
        if (!Papers.mark(room.seq(), room.chain()).equals(head)) {
            return new Waked.Damaged(
                    "session " + id.text() + ": its rows end at " + room.seq() + ", not at " + head.seq());
        }
        long tail = found.rows().stream()
                .filter(row -> row.seq() > found.snapshot().at().seq())
                .mapToLong(row -> row.bytes().size())
                .sum();
        return new Waked.Found(
                room,
                found.head().version(),
                noted(id, found),
                files.has(id),
                found.head().name(),
                new Checkpoints(
                        found.snapshot().at(),
                        found.snapshot().newest() ? stored : null,
                        found.snapshot().parts(),
                        tail),
                found.head().deleted(),
                Lineage.of(found.head().lineage()).report());
    }

    /** What was noted of the KV file does not count where the file is not that one, and whole: it is owed again. */
    private OptionalLong noted(SessionId id, Load.Found found) {
        OptionalLong noted = found.head().kvSeq();
        try {
            boolean isAnother = noted.isPresent()
                    && files.has(id)
                    && files.read(id)
                            .filter(file -> isNoted(
                                    file.stamp().at(),
                                    noted.getAsLong(),
                                    found.head().at()))
                            .isEmpty();
            return isAnother ? OptionalLong.empty() : noted;
        } catch (IOException unreadable) {
            LOG.warn("the KV file of {} cannot be read; it is written again", id.text(), unreadable);
            return OptionalLong.empty();
        }
    }

    private static boolean isNoted(Mark lies, long noted, Mark head) {
        return lies.seq() == noted && (noted != head.seq() || lies.equals(head));
    }

    /**
     * Where a chain began anew behind a row, when a backup was restored, the rows before that one are only folded, and
     * it counts as the beginning: undo ends there, and a client of the old chain is of another history.
     */
    private Saved saved(Load.Found found, Session stored) throws Papers.Unreadable {
        List<OutboxState> outboxes = new ArrayList<>();
        for (tutti.server.store.OutboxState state : found.outboxes()) {
            outboxes.add(Papers.outbox(codec, state));
        }
        long snapshot = found.snapshot().at().seq();
        Mark start = found.head().start();
        List<Chained> rows = new ArrayList<>();
        for (Row row : found.rows()) {
            rows.add(Papers.chained(codec, row));
        }
        if (rows.stream().noneMatch(row -> row.row().seq() == start.seq())) {
            Chain before = before(found, rows);
            return new Saved(stored, snapshot, before, rows, outboxes);
        }
        Session folded = folded(stored, between(rows, snapshot, start.seq() - 1));
        List<Chained> present = between(rows, start.seq() - 1, found.head().at().seq());
        Chained first = present.removeFirst();
        present.addFirst(new Chained(first.row(), Papers.chain(start), first.text()));
        return new Saved(folded, Math.max(snapshot, start.seq() - 1), Chain.NONE, present, outboxes);
    }

    private static List<Chained> between(List<Chained> rows, long after, long last) {
        return rows.stream()
                .filter(row -> row.row().seq() > after && row.row().seq() <= last)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Session folded(Session document, List<Chained> rows) throws Papers.Unreadable {
        if (rows.isEmpty()) {
            return document;
        }
        long first = rows.getFirst().row().seq();
        return switch (Room.restore(new Saved(document, first - 1, Chain.NONE, rows, List.of()), codec)) {
            case Restored.Alive(Room room) -> room.session();
            case Restored.Damaged(String what) -> throw new Papers.Unreadable(what);
        };
    }

    private static Chain before(Load.Found found, List<Chained> rows) {
        Mark snapshot = found.snapshot().at();
        Mark start = found.head().start();
        if (rows.isEmpty()) {
            return Papers.chain(found.head().at());
        }
        if (rows.getFirst().row().seq() == snapshot.seq() + 1) {
            return Papers.chain(snapshot);
        }
        if (rows.getFirst().row().seq() == start.seq() + 1) {
            return Papers.chain(start);
        }
        // The reading was cut by its window, which has a row more than the room's.
        return rows.removeFirst().chain();
    }
}
