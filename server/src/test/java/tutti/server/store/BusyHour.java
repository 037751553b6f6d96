package tutti.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tutti.server.net.Figures;

/**
 * By how much the store's file grows in an hour of a busy room: sixteen edits a second, each alone in its commit, as
 * people make them; one after the other, since the file does not know how long they took. And what is left of that
 * when the file is rewritten, as the store does by itself when it has grown enough.
 *
 * @param folder a new one on the disk to measure
 * @param share of the hour that is done; the figures are those of the whole
 */
record BusyHour(Path folder, double share) {
    private static final int EDITS = 16 * 3_600;
    private static final double MEBI = 1 << 20;
    private static final Ground NEVER_REWRITTEN =
            new Ground(H2Mode.DURABLE, Disk.SYSTEM, new Growth(Long.MAX_VALUE / 8, 4, Long.MAX_VALUE / 8));

    void say(Figures figures) throws IOException {
        try (H2Journal journal = H2Journal.open(folder, Rooms.UNWATCHED, NEVER_REWRITTEN)) {
            Rooms.Room room = Rooms.begin(journal, "busy");
            journal.rewrite(Progress.SILENT);
            long before = StoreFiles.used(folder);
            PeopleRows people = new PeopleRows(0);
            int edits = (int) (EDITS * share);
            for (int i = 0; i < edits; i++) {
                Row row = Row.after(room.at, people.next());
                room.append(room.batch(List.of(row), new OutboxState("member", "outbox", row.seq(), Bytes.NONE)));
                room.rows.clear();
            }
            long grown = StoreFiles.used(folder) - before;
            journal.rewrite(Progress.SILENT);
            figures.say("hour.share", share, "hours");
            figures.say("hour.growth", grown / MEBI / share, "MiB/h");
            figures.say("hour.growth.rewritten", (StoreFiles.used(folder) - before) / MEBI / share, "MiB/h");
        }
    }
}
