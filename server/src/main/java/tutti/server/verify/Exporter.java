package tutti.server.verify;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tutti.model.SessionId;
import tutti.server.room.Papers;
import tutti.server.store.Footing;
import tutti.server.store.Listed;
import tutti.server.store.Mark;
import tutti.server.store.Row;
import tutti.server.store.Snapshot;
import tutti.server.store.StoreDamaged;
import tutti.server.store.StoreView;
import tutti.server.store.Stretch;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.wire.Codec;
import tutti.wire.Stamp;

/**
 * Writes a session's history down, from the oldest document that is kept to where its head is when that begins, at
 * least. Holds one stretch of rows at a time, because a server may do it beside its work. Blocks; changes nothing in
 * the store.
 */
public final class Exporter {
    private static final int STRETCH_BYTES = 4 * 1024 * 1024;

    private final StoreView store;
    private final Listed line;
    private final Writer out;
    private final Codec codec = new Codec();

    private Exporter(StoreView store, Listed line, Writer out) {
        this.store = store;
        this.line = line;
        this.out = out;
    }

    /**
     * Writes the history of a session into a new file, which {@link Journey#read} reads. Nothing is left of a file that
     * was not written to its end.
     *
     * @return how many rows it has
     * @throws StoreDamaged if the session is not as it was written
     * @throws IOException if there is no such session, the file is there already, or it cannot be done now
     */
    public static long write(StoreView store, SessionId id, Path file) throws IOException {
        Listed line = line(store, id);
        boolean whole = false;
        BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
        try (out) {
            long rows = new Exporter(store, line, out).all();
            out.flush();
            whole = true;
            return rows;
        } catch (Papers.Unreadable unreadable) {
            throw new StoreDamaged("session " + id.text(), String.valueOf(unreadable.getMessage()));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** @throws IOException if there is no such session */
    static Listed line(StoreView store, SessionId id) throws IOException {
        return store.sessions().stream()
                .filter(entry -> entry.line().session().equals(id) && !entry.buried())
                .map(StoreView.Entry::line)
                .findFirst()
                .orElseThrow(() -> new IOException("there is no session " + id.text()));
    }

    private long all() throws IOException, Papers.Unreadable {
        Snapshot oldest = oldest();
        Mark at = oldest.at();
        Stamp stamp = new Stamp(line.session(), at.seq(), Papers.chain(at), store.storeId());
        Optional<Journey.Trim> trimmed = store.trimmed(line)
                .map(known -> new Journey.Trim(known.wall(), known.upTo().seq(), known.rows()));
        SortedMap<Long, Chain> begins = new TreeMap<>();
        store.starts(line)
                .tailMap(stamp.seq() + 1)
                .forEach((seq, chain) -> begins.put(seq, Papers.chain(new Mark(seq, chain))));
        say(Journey.head(stamp, Papers.session(oldest.parts()), trimmed));
        Chain last = stamp.chain();
        long rows = 0;
        while (at.seq() < line.at().seq()) {
            for (Row row : stretch(at)) {
                Chained chained = Papers.chained(codec, row);
                Optional<Chain> begun = Optional.ofNullable(begins.get(row.seq()));
                say(Journey.lines(chained, begun));
                last = begun.orElse(chained.chain());
                at = row.at();
                rows++;
            }
        }
        say(Stream.of(Journey.end(last, rows)));
        return rows;
    }

    private void say(Stream<String> lines) throws IOException {
        for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
            out.write(each.next());
            out.write('\n');
        }
    }

    private Snapshot oldest() throws IOException {
        Mark birth = store.birth(line);
        return store.footing(line, birth.seq()) instanceof Footing.At(Snapshot first) ? first : store.newest(line);
    }

    private List<Row> stretch(Mark after) throws IOException {
        return switch (store.rows(line, after.seq(), STRETCH_BYTES)) {
            case Stretch.Rows(Mark _, List<Row> found, Mark _) when !found.isEmpty() -> found;
            case Stretch.Rows _, Stretch.Nowhere _ ->
                throw new StoreDamaged("session " + line.session().text(), "there is no row after " + after.seq());
            case Stretch.Damaged damaged ->
                throw new StoreDamaged(
                        damaged.damage().where(), damaged.damage().what());
            case Stretch.Unavailable(String reason) -> throw new IOException(reason);
        };
    }
}
