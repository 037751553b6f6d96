package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process writes, tells what it was told, and is killed. */
@Tag("fault")
@DisplayName("kill -9")
class KillTest {
    private static final int ROOMS = 4;

    @TempDir
    Path folder;

    private final Random random = new Random(4);
    private final Map<String, Long> told = new TreeMap<>();

    @Test
    @Tag("slow")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("loses nothing that the process was told, three times on the same store")
    void thrice() throws IOException, InterruptedException {
        rounds(3);
    }

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @DisplayName("loses nothing that the process was told, 20 times on the same store")
    void twenty() throws IOException, InterruptedException {
        rounds(20);
    }

    private void rounds(int rounds) throws IOException, InterruptedException {
        List<Long> openings = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            killAfter(100 + random.nextInt(400));
            long start = System.nanoTime();
            try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
                openings.add((System.nanoTime() - start) / 1_000_000);
                assertEquals(ROOMS, journal.list().size());
                told.forEach((room, seq) -> {
                    long found = Rooms.load(journal, room).at.seq();
                    assertTrue(found >= seq, room + " is at " + found + " but was told " + seq);
                });
            }
        }
        openings.sort(null);
        System.out.println(String.join(
                "\t",
                "fault",
                "kill -9 of a process that only stores",
                "SIGKILL after a seeded number of edits, 4 threads writing",
                "" + rounds,
                "" + told.values().stream().mapToLong(Long::longValue).sum(),
                "0",
                "p50 " + openings.get(rounds / 2) + " ms, max " + openings.getLast() + " ms"));
    }

    /** Starts a child, reads that many lines of it, kills it, and reads what it had still said. */
    private void killAfter(int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = child.inputReader()) {
            for (int i = 0; i < lines; i++) {
                String line = said.readLine();
                assertTrue(note(line), "the child said: " + line);
            }
            child.toHandle().destroyForcibly(); // Process.destroyForcibly would close the pipe, too
            for (String line = said.readLine(); line != null && note(line); ) {
                line = said.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    /** Notes a whole line; false for one that the kill cut off. */
    private boolean note(String line) {
        String[] words = String.valueOf(line).split(" ");
        boolean whole = words.length == 3 && words[2].equals(".");
        if (whole) {
            told.merge(words[0], Long.parseLong(words[1]), Math::max);
        }
        return whole;
    }

    /** The process that is killed: rooms on threads of their own append for ever and say what they were told. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            Journal journal = H2Journal.open(Path.of(args[0]), Rooms.UNWATCHED);
            for (int i = 0; i < ROOMS; i++) {
                String name = "room" + i;
                Rooms.Room room = journal.load(Rooms.id(name), Rooms.ALL) instanceof Load.Found
                        ? Rooms.load(journal, name)
                        : Rooms.begin(journal, name);
                Thread.ofPlatform().start(() -> write(room));
            }
        }

        /** One line is one write to the pipe: what a reader gets of it is whole if it ends in a dot. */
        private static void write(Rooms.Room room) {
            while (room.append("an edit of usual length, " + room.at.seq()) instanceof Outcome.Committed) {
                System.out.println(room.session.text() + " " + room.at.seq() + " .");
            }
        }
    }
}
