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
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.ClientMessage;
import tutti.sync.Continuity;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.Lobby;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;
import tutti.sync.Profile;
import tutti.sync.RoomClock;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/** A window edits on a recorded outbox file; then the power is cut at seeded moments, and a new window opens. */
@Tag("fault")
@DisplayName("A power cut under an outbox file")
class OutboxCutTest {
    private static final SessionId ROOM = new SessionId("room");
    private static final Secret SECRET = new Secret("s".repeat(22));
    private static final long SEED = Long.getLong("tutti.seed", 6);
    private static final long ONE_SECOND = 1_000_000;

    @TempDir
    private Path data;

    private final Random random = new Random(SEED);
    private final Codec codec = new Codec();
    private final Codec notes = new Codec(OutboxNote.class);
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
        for (int i = 0; i < stories; i++) {
            OutboxTape tape = story(200);
            for (int j = 0; j < cuts; j++) {
                // The last event is the story's own end: it closes the file, which no rewriting follows.
                int at = begun(tape) + random.nextInt(tape.length() - begun(tape));
                check(tape, at, tape.after(at, random));
            }
            sent += sent(tape, tape.length()).size();
        }
        assertTrue(sent > 50L * stories, "only " + sent);
        System.out.println(String.join(
                "\t",
                "fault",
                "power cut under a client's outbox file",
                "recorded writes; what no force covered is torn at sectors",
                "" + stories * cuts,
                "" + sent,
                "0",
                "-"));
    }

    /** A window is open from its file's first force on. */
    private static int begun(OutboxTape tape) {
        return IntStream.range(0, tape.length())
                        .filter(i -> tape.before(i + 1).getLast() instanceof OutboxTape.Event.Force)
                        .findFirst()
                        .orElseThrow()
                + 2;
    }

    /** A line that is sometimes open, and whose server answers when the story says so. */
    private final class TapedLine implements Line {
        private final OutboxTape tape;

        TapedLine(OutboxTape tape) {
            this.tape = tape;
        }

        @Override
        public void send(String frame) {
            if (codec.readClient(frame) instanceof Parsed.Of<ClientMessage>(ClientMessage.Submit(Edit edit))) {
                tape.add(new OutboxTape.Event.Sent(edit));
            }
        }

        @Override
        public void well() {}

        @Override
        public void again() {
            throw new AssertionError("nothing is wrong with this line");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private SessionCore core(Drawer drawer, Drawer.Claimed files, Line line) throws IOException {
        SessionCore.Setting setting =
                new SessionCore.Setting(ROOM, SECRET, () -> new OutboxId("another"), new Bulletin(), new Kept(data));
        return new SessionCore(setting, new Profile("A", 0), drawer, files, line);
    }

    private OutboxTape story(int steps) throws IOException {
        OutboxTape tape = new OutboxTape();
        Path folder = data.resolve("window-" + windows++);
        Drawer drawer = new Drawer(folder, ROOM);
        Path file = folder.resolve("mine.outbox");
        tutti.sync.Outbox outbox = new tutti.sync.Outbox(new OutboxId("mine"));
        try (OutboxLog log = OutboxLog.open(file, notes, tape).orElseThrow()) {
            log.rewrite(outbox.notes());
            SessionCore core = core(drawer, new Drawer.Claimed(outbox, log, folder.resolve("x")), new TapedLine(tape));
            long now = 0;
            for (int i = 0; i < steps; i++) {
                now += random.nextInt(300_000);
                step(core, log, tape, i, now);
                core.tick(now);
                tape.add(new OutboxTape.Event.Idle(now));
            }
        }
        return tape;
    }

    private void step(SessionCore core, OutboxLog log, OutboxTape tape, int i, long now) throws IOException {
        switch (random.nextInt(8)) {
            case 0 -> core.frame(welcome(core), now);
            case 1 -> core.broken("the story says so");
            case 2 -> core.frame(settled(core), now);
            case 3 -> {
                if (random.nextInt(4) == 0) {
                    log.rewrite(core.replica().outbox().notes());
                }
            }
            default -> {
                GestureId gesture = new GestureId("g" + i);
                Mutation name = Mutation.put(new Place.OfSession(), SessionFields.NAME, "n" + i);
                tape.add(new OutboxTape.Event.Drafted(gesture, now));
                core.act(core.replica().propose(gesture, List.of(name), now), now);
                core.act(core.replica().endGesture(now), now);
            }
        }
    }

    /** What the server has is anything between what it said and what it was sent. */
    private long answered(SessionCore core) {
        long settled = core.replica().outbox().settled();
        return settled + random.nextLong(core.replica().outbox().last() - settled + 1);
    }

    private String welcome(SessionCore core) {
        return welcome(answered(core));
    }

    private String welcome(long settled) {
        RoomClock clock = new RoomClock(0, new Lobby("clock", Session.BLANK).transport());
        return codec.write(new ServerMessage.Welcome(
                SECRET.member(), settled, Continuity.SAME, settled, List.of(), "clock", clock, List.of(), List.of()));
    }

    private String settled(SessionCore core) {
        long n = answered(core);
        return codec.write(new ServerMessage.Settled(n, n, List.of()));
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
    private void check(OutboxTape tape, int cut, byte[] left) throws IOException {
        String where = "seed " + SEED + ", story " + windows + ", cut " + cut;
        Path folder = data.resolve("window-" + windows++);
        Drawer drawer = new Drawer(folder, ROOM);
        Files.write(folder.resolve("outbox").resolve(ROOM.text()).resolve("mine.outbox"), left);
        List<Drawer.Claimed> claimed = drawer.claim(() -> new OutboxId("fresh"));
        try (OutboxLog _ = claimed.getFirst().log()) {
            tutti.sync.Outbox outbox = claimed.getFirst().outbox();
            assertEquals(new OutboxId("mine"), outbox.id(), where);
            List<Edit> sent = sent(tape, cut);
            assertEquals(
                    sent,
                    outbox.numbered()
                            .subList(0, Math.min(sent.size(), outbox.numbered().size())),
                    where);
            Set<GestureId> kept = new HashSet<>();
            outbox.numbered().forEach(edit -> kept.add(edit.gesture()));
            outbox.waiting().forEach(draft -> kept.add(draft.gesture()));
            assertTrue(kept.containsAll(olderThanASecond(tape, cut)), where);
            goesOn(drawer, claimed.getFirst(), sent.size() / 2);
        }
    }

    private void goesOn(Drawer drawer, Drawer.Claimed files, long settled) throws IOException {
        OutboxTape line = new OutboxTape();
        long answered = Math.max(settled, files.outbox().settled());
        List<Edit> before = files.outbox().numbered();
        SessionCore core = core(drawer, files, new TapedLine(line));
        core.opened(0);
        core.frame(welcome(answered), 0);
        List<Edit> again = before.stream().filter(edit -> edit.n() > answered).toList();
        assertEquals(again, sent(line, line.length()).subList(0, again.size()));
    }
}
