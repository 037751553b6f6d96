package tutti.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tutti.server.net.Figures;

/**
 * How long a start takes on a store as a killed process leaves it, and how long a session's load. Prints lines
 * {@code figure NAME VALUE UNIT}. Arguments: a folder on the disk to measure, the number of edits in the store.
 */
final class StoreOpenBench {
    private static final Figures FIGURES = new Figures("store-open");
    private static final int SESSIONS = 50;
    private static final int BATCH = 64;
    private static final Window WINDOW = new Window(200, Long.MAX_VALUE);

    private StoreOpenBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "."), "open-bench");
        try {
            run(folder, args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000);
        } finally {
            Rooms.delete(folder);
        }
    }

    private static void run(Path folder, int edits) throws IOException {
        Path killed = folder.resolve("killed");
        try (Journal journal = H2Journal.open(folder.resolve("running"), Rooms.UNWATCHED)) {
            fill(journal, edits);
            StoreFiles.copy(folder.resolve("running"), killed);
        }
        long from = System.nanoTime();
        try (Journal journal = H2Journal.open(killed, Rooms.UNWATCHED)) {
            figure("open", from, edits);
            load(journal, "load-cold", edits);
            load(journal, "load-warm", edits);
        }
    }

    private static void fill(Journal journal, int edits) {
        List<Rooms.Room> rooms = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            rooms.add(Rooms.begin(journal, "room" + i));
        }
        String[] texts = new String[BATCH];
        Arrays.fill(texts, "x".repeat(200));
        for (int i = 0; i < edits / BATCH; i++) {
            Rooms.Room room = rooms.get(i % SESSIONS);
            room.append(texts);
            room.rows.clear();
        }
    }

    private static void load(Journal journal, String name, int edits) {
        long from = System.nanoTime();
        journal.load(Rooms.id("room7"), WINDOW);
        figure(name, from, edits);
    }

    private static void figure(String name, long from, int edits) {
        FIGURES.say(name + "." + edits, (System.nanoTime() - from) / 1e6, "ms");
    }
}
