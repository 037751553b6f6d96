package tutti.server.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import tutti.model.SessionId;
import tutti.server.kv.FileSnapshots;
import tutti.server.room.Papers;
import tutti.server.store.Audit;
import tutti.server.store.Listed;
import tutti.server.store.StoreDamaged;
import tutti.server.store.Stretch;
import tutti.server.store.Trim;
import tutti.server.store.Trimming;
import tutti.sync.Row;
import tutti.wire.Codec;

/** Trims a session that was verified: what is dropped can never be done again. Blocks. */
public final class Trimmer {
    private Trimmer() {}

    /**
     * Verifies a session, and then drops rows at its beginning.
     *
     * @param scratch where a copy of the store lies meanwhile
     * @param old which rows may go: some first ones
     * @param wall what time it is, milliseconds since 1970
     * @throws tutti.server.store.FolderHeld if a server works there
     * @throws StoreDamaged if the session is damaged; nothing was dropped then
     * @throws IOException if there is no such session, or it cannot be done
     */
    public static Trimming run(Path folder, Path scratch, SessionId id, Predicate<Row> old, long wall)
            throws IOException {
        long before;
        try (Audit audit = Audit.open(folder, scratch)) {
            Codec codec = new Codec();
            Listed line = Exporter.line(audit, id);
            KvFile file = KvFile.of(FileSnapshots.look(folder.resolve("kv"), Papers.stamps()), id);
            Finding finding = new SessionCheck(audit, line, codec, file).run();
            if (!finding.whole()) {
                throw new StoreDamaged(finding.what(), finding.damage().getFirst());
            }
            before = firstToStay(audit, line, codec, old);
        } catch (Papers.Unreadable unreadable) {
            throw new StoreDamaged("session " + id.text(), String.valueOf(unreadable.getMessage()));
        }
        return Trim.run(folder, id, before, wall);
    }

    /** Halves what lies between: a clock that was set back makes it one of the rows at which old and new meet. */
    private static long firstToStay(Audit audit, Listed line, Codec codec, Predicate<Row> old)
            throws IOException, Papers.Unreadable {
        long low = audit.birth(line).seq();
        long high = line.at().seq();
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (!(audit.rows(line, middle - 1, 1) instanceof Stretch.Rows found)) {
                throw new StoreDamaged("session " + line.session().text(), "there is no row " + middle);
            }
            if (old.test(Papers.chained(codec, found.rows().getFirst()).row())) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }
}
