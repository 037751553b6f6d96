package tutti.server.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Takes a session from one store to another: as it is, or what has changed since. What is updated in place is read in
 * one state of the store and replaced as a whole; what is only added can be read at any time after. One thread at a
 * time.
 */
final class SessionCopy {
    /** Is called between two pieces of a session, and may end the copying. */
    interface Pace {
        void rows(int copied) throws SQLException, CopyStopped, IOException;
    }

    private static final int PIECE_ROWS = 1_024;
    private static final long PIECE_BYTES = 4L * 1024 * 1024;

    private final ReadTables from;
    private final Packer packer;
    private final TableCopy session;
    private final TableCopy head;
    private final TableCopy tomb;
    private final TableCopy seal;
    private final TableCopy voucher;
    private final TableCopy bin;
    private final TableCopy start;
    private final TableCopy trimmed;
    private final TableCopy outbox;
    private final TableCopy face;
    private final TableCopy manifest;
    private final TableCopy earlier;
    private final TableCopy part;
    private final TableCopy act;
    private final PreparedStatement lastAct;

    SessionCopy(ReadTables from, Connection source, Connection target) throws SQLException {
        this.from = from;
        packer = new Packer(target);
        session = new TableCopy(source, target, "session", "number");
        head = new TableCopy(source, target, "head", "session");
        tomb = new TableCopy(source, target, "tomb", "session");
        seal = new TableCopy(source, target, "seal", "session");
        voucher = new TableCopy(source, target, "voucher", "session");
        bin = new TableCopy(source, target, "bin", "session");
        start = new TableCopy(source, target, "start", "id");
        trimmed = new TableCopy(source, target, "trimmed", "id");
        outbox = new TableCopy(source, target, "outbox", "id");
        face = new TableCopy(source, target, "face", "id");
        manifest = new TableCopy(source, target, "manifest", "session");
        earlier = new TableCopy(source, target, "earlier", "id");
        part = new TableCopy(source, target, "part", "id");
        act = new TableCopy(source, target, "landed", "id");
        lastAct = source.prepareStatement(
                "SELECT id FROM landed WHERE id BETWEEN ? AND ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY");
    }

    /** Brings the copy of this session to what it is now. */
    Reached copy(ReadTables.Known known, Reached had, Pace pace) throws SQLException, IOException, CopyStopped {
        long number = known.number();
        boolean fresh = had.equals(Reached.NOTHING);
        if (fresh) {
            session.add(number, number);
        }
        head.replace(number, number);
        tomb.replace(number, number);
        seal.replace(number, number);
        voucher.replace(number, number);
        if (known.buried()) {
            return had.at(known.version());
        }
        bin.replace(number, number);
        outbox.replace(Tables.key(number, 0), Tables.key(number, Limits.SEQ));
        face.replace(Tables.key(number, 0), Tables.key(number, Limits.SEQ));
        manifest.replace(number, number);
        if (fresh) {
            start.add(Tables.key(number, 0), Tables.key(number, Limits.SEQ));
            trimmed.add(Tables.key(number, 0), Tables.key(number, Limits.SEQ));
        }
        String where = "session " + known.line().session().text();
        Manifest newest = from.manifest(number, where);
        List<Manifest> replaced = from.allEarlier(number, had.earlier(), where);
        earlier.add(Tables.key(number, had.earlier() + 1), Tables.key(number, Limits.SEQ));
        Past past = new Past(from, known);
        pace.rows(0); // from here on only what is never changed
        for (long each : Proof.fresh(newest, replaced, had).keySet()) {
            part.add(Tables.key(number, each), Tables.key(number, each));
        }
        rows(number, past, fresh ? past.birth() : had.seq(), fresh, where, pace);
        long last = replaced.isEmpty() ? had.earlier() : replaced.getLast().at().seq();
        return new Reached(known.version(), known.line().at().seq(), newest.next(), last, had.acts());
    }

    private void rows(long number, Past past, long after, boolean fresh, String where, Pace pace)
            throws SQLException, IOException, CopyStopped {
        packer.begin(number, fresh ? past.head().seq() - Limits.LOOSE_ROWS : 0);
        Mark at = fresh ? packs(number, past, past.at(after), where, pace) : past.at(after);
        while (at.seq() < past.head().seq()) {
            List<Row> piece = past.after(at, PIECE_ROWS, PIECE_BYTES);
            for (Row row : piece) {
                packer.add(at, row);
                at = past.onward(row.at());
            }
            packer.flush();
            pace.rows(piece.size());
        }
        packer.end();
    }

    /** Packs stay as they are, but for their form; each was opened and seen to be whole. */
    private Mark packs(long number, Past past, Mark after, String where, Pace pace)
            throws SQLException, IOException, CopyStopped {
        Mark at = after;
        for (var next = beginning(number, at, where); next.isPresent(); next = beginning(number, at, where)) {
            Pack pack = next.get();
            if (!pack.before().equals(at)) {
                throw pack.damaged(where, "it does not fit its chain");
            }
            packer.add(pack.renewed(where));
            at = past.onward(pack.after());
            pace.rows(pack.held());
        }
        return at;
    }

    private Optional<Pack> beginning(long number, Mark at, String where) throws SQLException, StoreDamaged {
        return from.pack(number, at.seq() + 1, where).filter(pack -> pack.first() == at.seq() + 1);
    }

    /** Copies the acts after this one; the last that there is. */
    long acts(long number, long after) throws SQLException, StoreDamaged {
        long last = Sql.one(
                        lastAct,
                        row -> Tables.low(row.getLong(1)),
                        Tables.key(number, after),
                        Tables.key(number, Limits.SEQ))
                .orElse(after);
        for (long next = after; next < last; next += PIECE_ROWS) {
            act.add(Tables.key(number, next + 1), Tables.key(number, Math.min(last, next + PIECE_ROWS)));
        }
        return last;
    }

    /** Rows that were put into packs. */
    long packed() {
        return packer.packed();
    }
}
