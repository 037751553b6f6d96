package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.sync.Base;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.OutboxId;

/**
 * A window edits on a recorded folder, and saves what a server confirms; then the power is cut at seeded moments, half
 * of them about the renaming of a file, and a new window opens.
 */
@Tag("fault")
@DisplayName("A power cut under an outbox file")
class OutboxCutTest {
    private static final long SEED = Long.getLong("tutti.seed", 6);
    private static final long ONE_SECOND = 1_000_000;
    /** Events before and behind a renaming. */
    private static final int ABOUT = 8;

    @TempDir
    private Path data;

    private final Random random = new Random(SEED);
    private int windows;

    @Test
    @Tag("slow")
    @DisplayName("loses no edit that was sent and none older than a second, and keeps the outbox's id: 200 cuts")
    void cuts() throws IOException {
        cut(4, 50);
    }

    @Test
    @Tag("long")
    @DisplayName("loses no edit that was sent and none older than a second, and keeps the outbox's id: 5,000 cuts")
    void manyCuts() throws IOException {
        cut(50, 100);
    }

    private void cut(int stories, int cuts) throws IOException {
        long sent = 0;
        long saved = 0;
        for (int i = 0; i < stories; i++) {
            OutboxStory story = new OutboxStory(data.resolve("window-" + windows++), new OutboxTape(), "mine");
            int begun = story.play(random, 200);
            for (int j = 0; j < cuts; j++) {
                check(story.tape(), moment(story.tape(), begun));
            }
            sent += sent(story.tape(), story.tape().length()).size();
            saved += story.saved().seq();
        }
        assertTrue(sent > 50L * stories, "only " + sent);
        assertTrue(saved > 25L * stories, "only " + saved + " were confirmed and saved");
        System.out.println(String.join(
                "\t",
                "fault",
                "power cut under a client's outbox file",
                "recorded writes and names; what no force covered is torn at sectors or missing",
                "" + stories * cuts,
                "" + sent,
                "0",
                "-"));
    }

    private int moment(OutboxTape tape, int begun) {
        int any = begun + random.nextInt(tape.length() - begun + 1);
        List<Integer> renamings = tape.renamings();
        int one = renamings.get(random.nextInt(renamings.size()));
        int about = one - ABOUT + random.nextInt(2 * ABOUT + 1);
        return random.nextBoolean() ? any : Math.clamp(about, begun, tape.length());
    }

    private static List<Edit> sent(OutboxTape tape, int cut) {
        List<Edit> sent = new ArrayList<>();
        for (OutboxTape.Event event : tape.before(cut)) {
            if (event instanceof OutboxTape.Event.Sent(Edit edit) && !sent.contains(edit)) {
                sent.add(edit);
            }
        }
        return sent;
    }

    private static Set<GestureId> olderThanASecond(OutboxTape tape, int cut) {
        long now = 0;
        for (OutboxTape.Event event : tape.before(cut)) {
            now = event instanceof OutboxTape.Event.Idle idle ? idle.micros() : now;
        }
        Set<GestureId> old = new HashSet<>();
        for (OutboxTape.Event event : tape.before(cut)) {
            if (event instanceof OutboxTape.Event.Drafted drafted && drafted.micros() <= now - ONE_SECOND) {
                old.add(drafted.gesture());
            }
        }
        return old;
    }

    /** A new window opens on what is left, has all that was sent, and sends again what has no answer. */
    private void check(OutboxTape tape, int cut) throws IOException {
        String where = "seed " + SEED + ", window " + windows + ", cut " + cut;
        Path left = data.resolve("window-" + windows++);
        tape.after(cut, random, Files.createDirectories(OutboxStory.folder(left)));
        OutboxStory next = new OutboxStory(left, new OutboxTape(), "fresh");
        try {
            assertEquals(new OutboxId("mine"), next.outbox().id(), where);
            List<Edit> sent = sent(tape, cut);
            Base base = next.saved();
            isConfirmed(base, sent, where);
            // What the snapshot has is not sent again, and may have left the file.
            List<Edit> open =
                    sent.stream().filter(edit -> edit.n() > base.seq()).toList();
            List<Edit> numbered = next.outbox().numbered().stream()
                    .filter(edit -> edit.n() > base.seq())
                    .toList();
            assertEquals(open, numbered.subList(0, Math.min(open.size(), numbered.size())), where);
            Set<GestureId> kept = new HashSet<>();
            sent.stream().filter(edit -> edit.n() <= base.seq()).forEach(edit -> kept.add(edit.gesture()));
            next.outbox().numbered().forEach(edit -> kept.add(edit.gesture()));
            next.outbox().waiting().forEach(draft -> kept.add(draft.gesture()));
            assertTrue(kept.containsAll(olderThanASecond(tape, cut)), where);
            goesOn(next, sent.size() / 2);
        } finally {
            next.close();
        }
    }

    /** The snapshot is one that the server confirmed, whole. */
    private static void isConfirmed(Base base, List<Edit> sent, String where) {
        String name = sent.stream()
                .filter(edit -> edit.n() == base.seq())
                .map(edit -> OutboxStory.name(edit.gesture()))
                .findFirst()
                .orElse("");
        assertEquals(name, base.session().name(), where);
    }

    private static void goesOn(OutboxStory next, long settled) throws IOException {
        long answered = Math.max(settled, next.outbox().settled());
        List<Edit> before = next.outbox().numbered();
        next.opened();
        next.welcome(answered, 0);
        List<Edit> again = before.stream().filter(edit -> edit.n() > answered).toList();
        List<Edit> said = sent(next.tape(), next.tape().length());
        assertEquals(again, said.subList(0, again.size()));
    }
}
