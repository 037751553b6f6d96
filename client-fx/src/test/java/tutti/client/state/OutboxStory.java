package tutti.client.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Ask;
import tutti.sync.Base;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.Continuity;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.Lobby;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.RoomClock;
import tutti.sync.Row;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/**
 * A window on a recorded folder, and a server that has some of what it was sent and says so, now and then: edit n is
 * row n there, and names the session "n" with its gesture's number. One thread.
 */
final class OutboxStory {
    static final SessionId ROOM = new SessionId("room");
    private static final Secret SECRET = new Secret("s".repeat(22));

    private final OutboxTape tape;
    private final Drawer drawer;
    private final Drawer.Claimed files;
    private final SessionCore core;
    private final Codec codec = new Codec();

    /** A line that is sometimes open, and whose server answers when the story says so. */
    private final class TapedLine implements Line {
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

    /** A window on what lies in {@code data}; a fresh outbox has the id {@code fresh}. */
    OutboxStory(Path data, OutboxTape tape, String fresh) throws IOException {
        this.tape = tape;
        this.drawer = new Drawer(data, ROOM, tape);
        this.files = drawer.claim(() -> new OutboxId(fresh)).getFirst();
        SessionCore.Setting setting =
                new SessionCore.Setting(ROOM, SECRET, () -> new OutboxId("another"), new Bulletin(), new Kept(data));
        this.core = new SessionCore(setting, new Profile("A", 0), drawer, files, new TapedLine());
    }

    /** The folder in which outboxes of the room lie. */
    static Path folder(Path data) {
        return data.resolve("outbox").resolve(ROOM.text());
    }

    OutboxTape tape() {
        return tape;
    }

    tutti.sync.Outbox outbox() {
        return files.outbox();
    }

    /** The snapshot that lies beside it. */
    Base saved() throws IOException {
        return drawer.base(files.base());
    }

    /** Plays; returns the moment at which the window was open. */
    int play(Random random, int steps) throws IOException {
        int begun = tape.length();
        long now = 0;
        for (int i = 0; i < steps; i++) {
            now += random.nextInt(300_000);
            step(random, i, now);
            core.tick(now);
            tape.add(new OutboxTape.Event.Idle(now));
        }
        files.log().close();
        return begun;
    }

    private void step(Random random, int i, long now) throws IOException {
        switch (random.nextInt(9)) {
            case 0 -> welcome(answered(random), now);
            case 1 -> core.broken("the story says so");
            case 2 -> {
                rows(answered(random), now);
                settled(answered(random), now);
            }
            case 3 -> rows(outbox().settled(), now);
            case 4 -> {
                if (random.nextInt(4) == 0) {
                    files.log().rewrite(outbox().notes());
                }
            }
            default -> edit(i, now);
        }
    }

    private void edit(int i, long now) throws IOException {
        GestureId gesture = new GestureId("g" + i);
        Mutation name = Mutation.put(new Place.OfSession(), SessionFields.NAME, name(gesture));
        tape.add(new OutboxTape.Event.Drafted(gesture, now));
        core.act(core.replica().propose(gesture, List.of(name), now), now);
        core.act(core.replica().endGesture(now), now);
    }

    /** What the session is called once the edit of that gesture is in it. */
    static String name(GestureId gesture) {
        return "n" + gesture.text();
    }

    /** What the server has is anything between what it said and what it was sent. */
    private long answered(Random random) {
        long settled = outbox().settled();
        return settled + random.nextLong(outbox().last() - settled + 1);
    }

    void opened() {
        core.opened(0);
    }

    void welcome(long settled, long now) throws IOException {
        RoomClock clock = new RoomClock(0, new Lobby("clock", Session.BLANK).transport());
        core.frame(
                codec.write(new ServerMessage.Welcome(
                        SECRET.member(),
                        settled,
                        Continuity.SAME,
                        settled,
                        List.of(),
                        "clock",
                        clock,
                        List.of(),
                        List.of())),
                now);
    }

    private void settled(long n, long now) throws IOException {
        core.frame(codec.write(new ServerMessage.Settled(n, n, List.of())), now);
    }

    /** What this window does not have yet of the rows up to there. */
    private void rows(long until, long now) throws IOException {
        Base base = core.replica().base();
        Chain chain = base.chain();
        List<Row> rows = new ArrayList<>();
        for (Edit edit : outbox().numbered()) {
            if (edit.n() > base.seq() && edit.n() <= until && edit.ask() instanceof Ask.Change(var mutations)) {
                long n = edit.n();
                rows.add(new Row(n, n, 0, SECRET.member(), edit.gesture(), n, mutations, List.of()));
                chain = chain.then(codec.row(rows.getLast()));
            }
        }
        if (!rows.isEmpty()) {
            core.frame(codec.write(new ServerMessage.Rows(rows, chain)), now);
        }
    }

    void close() throws IOException {
        files.log().close();
    }
}
