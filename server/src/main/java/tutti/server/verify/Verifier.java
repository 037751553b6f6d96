package tutti.server.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tutti.model.SessionId;
import tutti.server.kv.FileSnapshots;
import tutti.server.kv.Legacy;
import tutti.server.kv.SnapshotStore;
import tutti.server.room.Papers;
import tutti.server.store.Audit;
import tutti.server.store.Damage;
import tutti.server.store.StoreDamaged;
import tutti.server.store.StoreView;
import tutti.wire.Codec;
import tutti.wire.LegacyRecord;
import tutti.wire.Parsed;

/**
 * Verifies a server's folder: every session is done again from its oldest document on, and all else that lies there is
 * held against the store. Nothing in the folder changes, and no server may work there meanwhile. Blocks.
 */
public final class Verifier {
    private static final String STORE = "the store";

    private final Progress progress;
    private final Codec codec = new Codec();
    private final List<Finding> found = new ArrayList<>();

    private Verifier(Progress progress) {
        this.progress = progress;
    }

    /**
     * Verifies a folder.
     *
     * @param scratch where a copy of the store lies meanwhile
     * @throws tutti.server.store.FolderHeld if a server works there
     * @throws IOException if there is no store, or it cannot be read now; damage is no exception but a finding
     */
    public static Findings of(Path folder, Path scratch, Progress progress) throws IOException {
        Verifier verifier = new Verifier(progress);
        SnapshotStore files = FileSnapshots.look(folder.resolve("kv"), Papers.stamps());
        verifier.legacy(files);
        try (Audit audit = Audit.open(folder, scratch)) {
            verifier.store(audit, files);
        } catch (StoreDamaged damaged) {
            verifier.damage(STORE, damaged.damage().toString());
        }
        return new Findings(verifier.found);
    }

    private void store(Audit audit, SnapshotStore files) throws IOException {
        List<StoreView.Entry> all = audit.sessions();
        audit.damaged().forEach((id, damage) -> damage("session " + id.text(), damage.toString()));
        for (Damage stray : audit.strays()) {
            damage(STORE, stray.toString());
        }
        for (String leftover : audit.leftovers()) {
            note(STORE, leftover + " is left of a rewriting that was cut off; a start removes it");
        }
        Set<SessionId> kept = new TreeSet<>(files.traces());
        for (int i = 0; i < all.size() && progress.at(i, all.size()); i++) {
            SessionId session = all.get(i).line().session();
            boolean traced = kept.remove(session);
            found.add(all.get(i).buried() ? buried(session, traced) : living(audit, all.get(i), files));
        }
        kept.retainAll(files.sessions());
        kept.removeAll(audit.damaged().keySet());
        for (SessionId orphan : kept) {
            damage("KV file " + orphan.text(), "the store has no such session; `import` brings it over");
        }
    }

    private Finding living(Audit audit, StoreView.Entry entry, SnapshotStore files) throws IOException {
        KvFile file = KvFile.of(files, entry.line().session());
        return new SessionCheck(audit, entry.line(), codec, file).run();
    }

    private static Finding buried(SessionId session, boolean traced) {
        List<String> notes =
                traced ? List.of("it was deleted; a start removes what is left of its KV file") : List.of();
        return new Finding("session " + session.text(), 0, List.of(), notes);
    }

    private void legacy(SnapshotStore files) throws IOException {
        for (SessionId id : files.legacyIds()) {
            String what = "legacy record " + id.text();
            switch (files.legacy(id)) {
                case Legacy.Found legacy -> {
                    switch (LegacyRecord.read(id, legacy.text().toArray())) {
                        case Parsed.Of<LegacyRecord> _ -> found.add(new Finding(what, 0, List.of(), List.of()));
                        case Parsed.Malformed<LegacyRecord> malformed -> damage(what, malformed.text());
                    }
                }
                case Legacy.Unreadable(String reason) -> damage(what, reason);
                case Legacy.Absent _ -> damage(what, "it went away while it was looked at");
            }
        }
    }

    private void damage(String what, String words) {
        found.add(new Finding(what, 0, List.of(words), List.of()));
    }

    private void note(String what, String words) {
        found.add(new Finding(what, 0, List.of(), List.of(words)));
    }
}
