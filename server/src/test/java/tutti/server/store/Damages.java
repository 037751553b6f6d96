package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.Track;
import tutti.server.room.Papers;
import tutti.sync.Ask;
import tutti.sync.Edit;
import tutti.sync.Effect;
import tutti.sync.GestureId;
import tutti.sync.Input;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.Restored;
import tutti.sync.Saved;
import tutti.wire.Codec;

/** What may happen to a store behind H2's back: statements, and what has to be said of each. */
public final class Damages {
    private static final String ZERO = "X'" + "00".repeat(Chain.SIZE) + "'";

    private Damages() {}

    /** Of a store whose session 1 is {@code a}, with the parts head and track/T, three rows and an outbox. */
    public static Stream<Arguments> all() {
        return Stream.of(
                        "UPDATE entry SET body = X'00' WHERE id = 4294967298"
                                + " | session a, row 2: it does not fit its chain",
                        "UPDATE entry SET chain = %s WHERE id = 4294967298"
                                + " | session a, row 2: it does not fit its chain",
                        "DELETE FROM entry WHERE id = 4294967298 | session a, row 2: it is missing",
                        "DELETE FROM entry WHERE id = 4294967299 | session a, row 3: it is missing",
                        "UPDATE head SET seq = 2 WHERE session = 1 | session a: its head is not where its rows end",
                        "UPDATE head SET chain = %s WHERE session = 1"
                                + " | session a: its head is not where its rows end",
                        "UPDATE head SET session = 9 WHERE session = 1 | session a: it has no head",
                        "UPDATE part SET body = X'00' WHERE id = 4294967297"
                                + " | session a, part head: it is not as it was written",
                        "DELETE FROM part WHERE id = 4294967298 | session a, part track/T: it is missing",
                        "UPDATE manifest SET body = X'00' WHERE session = 1"
                                + " | session a: its snapshot's manifest is not as it was written",
                        "DELETE FROM manifest WHERE session = 1 | session a: it has no snapshot",
                        "UPDATE start SET chain = %s WHERE id = 4294967296"
                                + " | session a, row 1: it does not fit its chain",
                        "DELETE FROM start WHERE id = 4294967296 | session a: its chain has no beginning",
                        "UPDATE outbox SET settled = 4"
                                + " | session a: what an outbox of it was answered is not as it was written",
                        "DELETE FROM outbox | session a: it has 0 outboxes, and had 1",
                        "INSERT INTO tomb VALUES(1, 'x')"
                                + " | session a: whether it was deleted is not as it was written",
                        "INSERT INTO bin VALUES(1, 5, 'x', 0)"
                                + " | session a: what the bin says of it is not as it was written",
                        "UPDATE voucher SET bin = bin + 1 WHERE session = 1"
                                + " | session a: what the bin says of it is not as it was written",
                        "DELETE FROM voucher WHERE session = 1"
                                + " | session a: what the bin says of it is not as it was written",
                        "DELETE FROM seal WHERE session = 1"
                                + " | session a: whether it was deleted is not as it was written",
                        "UPDATE session SET frozen = TRUE WHERE id = 'a'"
                                + " | session a: its row is not as it was written")
                .map(line -> line.replace("%s", ZERO).split(" \\| "))
                .map(words -> Arguments.of(words[0], words[1]));
    }

    /** Does it to the store in this folder, on which nobody works. */
    public static void change(Path folder, String sql) throws IOException, SQLException {
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store());
                Statement statement = store.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0, sql);
        }
    }

    /** A store of that kind with rows that a room has made. */
    public static void write(Path folder) throws IOException {
        Root.OfTrack track = new Root.OfTrack(new NodeId("T"));
        Session session = track.put(Session.BLANK, TrackFields.POSITION.with(Track.BLANK, "V.T"));
        Mark start = new Mark(0, Rooms.chain("a"));
        Birth birth = new Birth(start, Papers.parts(session), session.name(), Bytes.NONE, "", Origin.NEW, false, 1_700);
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Creation made = Rooms.answer(told -> journal.create(Rooms.id("a"), birth, told));
            assertInstanceOf(Creation.Made.class, made);
            Rooms.Room room = Rooms.load(journal, "a");
            room.append(room.batch(room.next(rows(session)), TrimTest.settled(3)));
        }
    }

    /** Three edits of the tempo. */
    private static String[] rows(Session session) {
        Saved saved = Saved.fresh(session, 0, tutti.sync.Chain.NONE);
        tutti.sync.Room room = ((Restored.Alive) tutti.sync.Room.restore(saved, new Codec())).room();
        List<String> texts = new ArrayList<>();
        for (int n = 1; n <= 3; n++) {
            Mutation tempo = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 9_000 + n);
            Edit edit = new Edit(n, new GestureId("g" + n), new Ask.Change(List.of(tempo)));
            Input input = new Input.Posted(1, new MemberId("ann"), new OutboxId("box"), edit);
            for (Effect effect : room.step(List.of(input), n, n)) {
                if (effect instanceof Effect.Append append) {
                    append.rows().forEach(row -> texts.add(row.text()));
                    room.committed();
                }
            }
        }
        return texts.toArray(String[]::new);
    }

    /** One row more, which fits its chain and is of no document. */
    public static void stray(Path folder, String text) throws IOException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Rooms.load(journal, "a").append(text);
        }
    }
}
