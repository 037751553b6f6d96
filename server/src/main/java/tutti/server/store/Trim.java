package tutti.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import tutti.model.SessionId;

/**
 * Drops the beginning of a session's history, because its owner says so. The session begins anew at a snapshot that is
 * kept: from there on rows, chain, settled numbers and all that undo reaches stay as they are. That it was done stays
 * in the store. One transaction, so that it is done or not, whenever it is cut off.
 */
public final class Trim {
    /**
     * What is to be done.
     *
     * @param at the place where the session begins from now on
     * @param rest rows after that which lie in a pack with rows that go
     */
    private record Plan(long number, Mark birth, Mark at, Optional<Pack> rest) {}

    private final SessionId session;
    private final long before;
    private final int keep;
    private String why = "no snapshot that is kept is as old as that";

    private Trim(SessionId session, long before, int keep) {
        this.session = session;
        this.before = before;
        this.keep = keep;
    }

    /**
     * Trims a session of a store that no server works on; blocks.
     *
     * @param before rows before this one may go
     * @param wall what time it is, milliseconds since 1970
     * @throws FolderHeld if a server works there
     * @throws StoreDamaged if the session, or the store, is not as it was written
     * @throws IOException if there is no such session or store, or it cannot be done
     */
    public static Trimming run(Path folder, SessionId session, long before, long wall) throws IOException {
        return run(folder, session, before, wall, Limits.LOOSE_ROWS + 2, Ground.USUAL);
    }

    /** @param keep so many rows stay at least */
    static Trimming run(Path folder, SessionId session, long before, long wall, int keep, Ground ground)
            throws IOException {
        if (Pointer.read(folder).isEmpty()) {
            throw new IOException("there is no store in " + folder);
        }
        try (StoreFolder held = StoreFolder.take(folder, ground.mode(), ground.disk())) {
            Opened opened = Opened.open(held, ground.mode(), new SyncGate());
            try {
                Trimming done = new Trim(session, before, keep).run(opened, wall);
                opened.close(opened.position() + (done instanceof Trimming.Done ? 1 : 0));
                return done;
            } catch (IOException | SQLException | RuntimeException failed) {
                opened.drop();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new StoreDown("the session could not be trimmed: " + failed.getMessage(), failed);
        }
    }

    private Trimming run(Opened store, long wall) throws IOException, SQLException {
        Optional<Plan> plan = store.readers().read(this::plan);
        if (plan.isEmpty()) {
            return new Trimming.Nothing(why);
        }
        Plan now = plan.get();
        Trimmed trimmed =
                new Trimmed(wall, now.at(), now.at().seq() - now.birth().seq());
        carryOut(store.writer(), now, trimmed);
        store.writer().commit();
        try (Statement sync = store.writer().createStatement()) {
            sync.execute(store.mode().sync());
        }
        return new Trimming.Done(trimmed);
    }

    private Optional<Plan> plan(ReadTables tables) throws SQLException, StoreDamaged {
        ReadTables.Known known = tables.known(session)
                .filter(found -> !found.buried())
                .orElseThrow(() -> new StoreDamaged("session " + session.text(), "there is no such session"));
        String where = "session " + session.text();
        Past past = new Past(tables, known);
        long most = Math.min(past.head().seq() - keep, known.line().kvSeq().orElse(Limits.SEQ));
        if (most <= past.birth()) {
            why = "the newest " + keep + " edits stay, for undo, and what its KV file does not show yet";
            return Optional.empty();
        }
        for (long seq = Math.min(most, before - 1); seq > past.birth(); ) {
            if (!(Loader.footing(tables, session, seq) instanceof Footing.At(Snapshot(Mark at, var _, var _)))) {
                break;
            }
            if (at.seq() > past.birth() && !past.begins(at.seq())) {
                return Optional.of(new Plan(known.number(), past.at(past.birth()), at, rest(tables, known, at, where)));
            }
            seq = at.seq() - 1; // a chain begins anew there
        }
        return Optional.empty();
    }

    private static Optional<Pack> rest(ReadTables tables, ReadTables.Known known, Mark at, String where)
            throws SQLException, StoreDamaged {
        Optional<Pack> around = tables.pack(known.number(), at.seq(), where);
        if (around.isEmpty() || around.get().after().seq() == at.seq()) {
            return Optional.empty();
        }
        List<Row> rows = around.get().rows(where);
        return Optional.of(
                Pack.of(at, rows.subList((int) (at.seq() - around.get().first() + 1), rows.size())));
    }

    private void carryOut(Connection store, Plan plan, Trimmed trimmed) throws SQLException {
        long from = Tables.key(plan.number(), 0);
        long to = Tables.key(plan.number(), plan.at().seq());
        for (String table : List.of("entry", "pack", "start")) {
            delete(store, table, from, to);
        }
        delete(store, "earlier", from, to - 1);
        try (PreparedStatement start = store.prepareStatement("INSERT INTO start VALUES(?, ?)");
                PreparedStatement head =
                        store.prepareStatement("UPDATE head SET version = version + 1 WHERE session = ?")) {
            Sql.run(start, to, plan.at().chain().bytes());
            Sql.run(head, plan.number());
        }
        TrimTable.add(store, plan.number(), trimmed);
        if (plan.rest().isPresent()) {
            Packer packer = new Packer(store);
            packer.begin(plan.number(), 0);
            packer.add(plan.rest().get());
            packer.end();
        }
    }

    private static void delete(Connection store, String table, long from, long to) throws SQLException {
        try (PreparedStatement delete = store.prepareStatement("DELETE FROM " + table + " WHERE id BETWEEN ? AND ?")) {
            Sql.run(delete, from, to);
        }
    }
}
