package tutti.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tutti.model.SessionId;
import tutti.sync.GestureId;

/** A client as a process that edits without waiting for a server, is killed, and starts again on the same outbox. */
final class Drafter implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;

    private final Ledger ledger;
    private final SessionId session;
    private final List<String> arguments;
    private final Path errors;
    private final Map<Long, String> sent = new HashMap<>();
    /** By gesture when it was heard that the window shows it. */
    private final Map<String, Long> shown = new HashMap<>();

    private Program program;
    private int asked;
    /** As many edits wait as may, and more come only when the server takes some. */
    private boolean full;

    Drafter(Ledger ledger, SessionId session, List<String> arguments, Path errors)
            throws IOException, InterruptedException {
        this.ledger = ledger;
        this.session = session;
        this.arguments = arguments;
        this.errors = errors;
        this.program = launch();
    }

    private Program launch() throws IOException, InterruptedException {
        Program fresh = Program.start("drafter", errors, HeadlessClient.class.getName(), arguments);
        await(fresh, "up");
        return fresh;
    }

    /** Edits until that many more are shown, and for that long at least; without a server no more than can wait. */
    void work(int edits, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        int enough = shown.size() + edits;
        program.say("draft " + asked);
        while (System.nanoTime() < end || shown.size() < enough && !(full && nanos > 0)) {
            hear(program.next());
        }
    }

    /** {@code kill -9} in the midst of it; what it said before is heard. */
    void kill() throws InterruptedException {
        program.kill();
        for (String line = program.next(); !line.isEmpty(); line = program.next()) {
            hear(line);
        }
    }

    /** What is missing in the outbox that it left when it was killed at {@code killed}, in words. */
    List<String> missing(OutboxFile left, long killed) {
        Map<Long, String> numbered = new HashMap<>();
        left.outbox()
                .numbered()
                .forEach(edit -> numbered.put(edit.n(), edit.gesture().text()));
        Set<String> kept = new HashSet<>(numbered.values());
        left.outbox().waiting().forEach(draft -> kept.add(draft.gesture().text()));
        List<String> missing = new ArrayList<>();
        long settled = left.outbox().settled();
        sent.forEach((n, gesture) -> {
            if (n > settled && !gesture.equals(numbered.get(n))) {
                missing.add(gesture + " was sent as " + n + ", and that is " + numbered.get(n));
            }
            kept.add(gesture);
        });
        shown.forEach((gesture, when) -> {
            if (killed - when >= SECOND && !kept.contains(gesture)) {
                missing.add(gesture + " was shown " + (killed - when) / 1_000_000 + " ms before");
            }
        });
        kept.forEach(gesture -> ledger.answered(new GestureId(gesture)));
        return missing;
    }

    void start() throws IOException, InterruptedException {
        program = launch();
    }

    /** Waits until it has the room's document in a file: from then on it can begin without a server. */
    void awaitSaved(Path data) throws IOException, InterruptedException {
        Path folder = data.resolve("outbox").resolve(session.text());
        long deadline = System.nanoTime() + 60 * SECOND;
        while (!isSaved(folder)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nothing is saved in " + folder);
            }
            // Each look is an answer of the client's, and no clock's.
            waiting();
        }
    }

    private static boolean isSaved(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.anyMatch(file -> file.toString().endsWith(".base"));
        }
    }

    /** How many edits wait for an answer, as the window says. */
    long waiting() throws InterruptedException {
        program.say("waiting");
        return Long.parseLong(await(program, "waiting"));
    }

    /** Everything is acknowledged, and it ends. */
    void finish() throws InterruptedException {
        program.say("settle");
        await(program, "settled");
        program.say("leave");
        await(program, "left");
    }

    private String await(Program of, String beginning) throws InterruptedException {
        String line = of.next();
        while (!line.startsWith(beginning)) {
            hear(line);
            line = of.next();
        }
        return line.substring(beginning.length()).strip();
    }

    private void hear(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "full" -> full = true;
            case "asking" -> {
                full = false;
                asked++;
                ledger.asked(session, new GestureId(words[1]), false);
            }
            case "drafted" -> shown.put(words[1], System.nanoTime());
            case "sending" -> {
                String before = sent.putIfAbsent(Long.valueOf(words[1]), words[2]);
                if (before != null && !before.equals(words[2])) {
                    ledger.wrong(words[2] + " was sent as " + words[1] + ", as " + before + " was");
                }
            }
            default -> throw new IllegalStateException("the drafter said: " + line);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
