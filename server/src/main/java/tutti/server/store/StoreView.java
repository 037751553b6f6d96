package tutti.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tutti.model.SessionId;

/**
 * What there is to be seen of a whole store, whether it is at work or not. Every method blocks and sees one state of
 * the store; the next one may see a later one. Changes nothing. Any thread.
 */
public class StoreView {
    /** Where a reading is done. */
    interface Source {
        <T> T read(Readers.Reading<T> reading) throws StoreDamaged, StoreDown;
    }

    private static final Window NOTHING_BEFORE = new Window(0, 0);

    /**
     * A session as the catalogue has it.
     *
     * @param buried whether it was deleted for ever, but for its tombstone
     */
    public record Entry(Listed line, boolean buried) {}

    private final String storeId;
    private final Source source;

    StoreView(String storeId, Source source) {
        this.storeId = storeId;
        this.source = source;
    }

    /** The store's id, which KV files name. */
    public String storeId() {
        return storeId;
    }

    /** Every session, living or buried, by id; but for {@link #damaged} ones. */
    public List<Entry> sessions() throws StoreDamaged, StoreDown {
        return source.read(ReadTables::all).whole().stream()
                .map(known -> new Entry(known.line(), known.buried()))
                .toList();
    }

    /** Sessions of which the catalogue is not as it was written. */
    public SortedMap<SessionId, Damage> damaged() throws StoreDamaged, StoreDown {
        return source.read(ReadTables::all).broken();
    }

    /** The newest snapshot with the rows after it and all outboxes, each looked over. */
    public Load session(Listed line) throws StoreDamaged, StoreDown {
        return source.read(tables -> Loader.strictly(tables, line.session(), NOTHING_BEFORE));
    }

    /** The place before its first row. */
    public Mark birth(Listed line) throws StoreDamaged, StoreDown {
        return source.read(tables -> {
            Past past = past(tables, line);
            return past.at(past.birth());
        });
    }

    /** Whether this place is on its chain; where a chain began anew, both its end and the beginning are. */
    public boolean holds(Listed line, Mark place) throws StoreDamaged, StoreDown {
        return source.read(tables -> past(tables, line).holds(place));
    }

    /** Where chains of it began, by seq: at its birth, and wherever a backup was restored. */
    public SortedMap<Long, Chain> starts(Listed line) throws StoreDamaged, StoreDown {
        return source.read(tables -> past(tables, line).starts());
    }

    private static Past past(ReadTables tables, Listed line) throws SQLException, StoreDamaged {
        return new Past(tables, known(tables, line));
    }

    private static ReadTables.Known known(ReadTables tables, Listed line) throws SQLException, StoreDamaged {
        return tables.known(line.session())
                .orElseThrow(() -> new StoreDamaged(where(line), "it is in the list, but not found by its id"));
    }

    /** The newest snapshot that is kept of {@code seq} or earlier, as {@link Journal#footing} gives it. */
    public Footing footing(Listed line, long seq) throws StoreDamaged, StoreDown {
        return source.read(tables -> Loader.footing(tables, line.session(), seq));
    }

    /** The newest snapshot. */
    public Snapshot newest(Listed line) throws StoreDamaged, StoreDown {
        return switch (footing(line, line.at().seq())) {
            case Footing.At(Snapshot found) -> found;
            case Footing.Nowhere _ -> throw new StoreDamaged(where(line), "it has no snapshot");
            case Footing.Damaged(Damage damage) -> throw new StoreDamaged(damage.where(), damage.what());
            case Footing.Unavailable(String reason) -> throw new StoreDown(reason);
        };
    }

    /** Rows after {@code afterSeq}, as {@link Journal#rows} gives them. */
    public Stretch rows(Listed line, long afterSeq, int maxBytes) throws StoreDamaged, StoreDown {
        return source.read(tables -> Loader.rows(tables, line.session(), afterSeq, maxBytes));
    }

    /** What was trimmed of it last, if anything was. */
    public Optional<Trimmed> trimmed(Listed line) throws StoreDamaged, StoreDown {
        return source.read(tables -> Loader.trimmed(tables, line.session()));
    }

    /** What is damaged of it and keeps nobody from it. */
    public List<Damage> beside(Listed line) throws StoreDamaged, StoreDown {
        return source.read(tables -> {
            ReadTables.Known known = known(tables, line);
            List<Damage> found =
                    new ArrayList<>(tables.faces(known.number(), where(line)).damaged());
            if (!known.asked()) {
                found.add(new Damage(where(line), KnownTable.REQUEST_DAMAGED));
            }
            return found;
        });
    }

    /** What lies in the tables and belongs to nothing. */
    public List<Damage> strays() throws StoreDamaged, StoreDown {
        return source.read(Strays::of);
    }

    private static String where(Listed line) {
        return "session " + line.session().text();
    }
}
