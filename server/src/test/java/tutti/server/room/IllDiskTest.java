package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.store.Await;
import tutti.server.store.Creation;
import tutti.server.store.IllDisk;
import tutti.server.store.IllDisk.Illness;
import tutti.server.store.Origin;
import tutti.server.store.Stretch;
import tutti.sync.Chain;
import tutti.sync.ServerMessage;

/** A whole server whose store lies on a disk that falls ill, and two people in a room. */
@Tag("fault")
@DisplayName("While the disk is ill")
class IllDiskTest {
    private static final SessionId ID = new SessionId("session-of-a-test");
    /** In it is nobody, so it is read from the store. */
    private static final SessionId ASLEEP = new SessionId("session-asleep");

    private static final int EDITS = 20;

    @TempDir
    Path data;

    private final IllDisk disk = new IllDisk();
    private final List<Long> recoveries = new ArrayList<>();
    private House house;
    private Visitor ann;
    private Visitor bob;
    private long seq;
    private Chain chain = Chain.NONE;

    @BeforeEach
    void enter() throws IOException {
        house = new House(data, watch -> disk.open(data, watch));
        assertInstanceOf(Creation.Made.class, house.host.create(ID, Session.BLANK, Origin.NEW, "made"));
        assertInstanceOf(Creation.Made.class, house.host.create(ASLEEP, Session.BLANK, Origin.NEW, "asleep"));
        ann = Visitor.in(house.address(), "ann", ID);
        bob = Visitor.in(house.address(), "bob", ID);
        ann.next(ServerMessage.Snapshot.class);
        bob.next(ServerMessage.Snapshot.class);
    }

    @AfterEach
    void leave() throws IOException {
        disk.suffer(Illness.NONE);
        ann.close();
        bob.close();
        house.close();
        disk.close();
    }

    @ParameterizedTest(name = "{0}: edits wait, everybody hears why, reads go on, and by itself all is well again")
    @EnumSource(names = {"FULL", "READ_ONLY", "WRITE_ERROR", "SYNC_ERROR"})
    @Tag("slow")
    void once(Illness illness) {
        rounds(illness, 2);
    }

    @ParameterizedTest(name = "{0}, 50 times: edits wait, everybody hears why, reads go on, and all is well again")
    @EnumSource(names = {"FULL", "READ_ONLY", "WRITE_ERROR", "SYNC_ERROR"})
    @Tag("long")
    void often(Illness illness) {
        rounds(illness, 50);
    }

    private void rounds(Illness illness, int rounds) {
        edit();
        for (int i = 0; i < rounds; i++) {
            for (int j = 0; j < EDITS; j++) {
                edit();
            }
            fallsIll(illness);
            recovers();
            edit();
        }
        judge();
        recoveries.sort(null);
        String name = illness.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        System.out.println(String.join(
                "\t",
                "fault",
                "disk: " + name,
                "every such call of the store's file system fails; sleepers, history and list are read on",
                "" + rounds,
                "" + seq,
                "0",
                "p50 " + recoveries.get(rounds / 2) + " ms, max " + recoveries.getLast() + " ms"));
    }

    /** An edit of ann's, acknowledged to her and seen by bob. */
    private void edit() {
        ann.put(seq + 1, RoomsOverSocketsTest.name("edit " + (seq + 1)));
        acknowledged();
    }

    private void acknowledged() {
        seq++;
        ServerMessage.Rows rows = bob.next(ServerMessage.Rows.class);
        assertEquals(seq, rows.rows().getLast().seq());
        chain = rows.chain();
        assertEquals(seq, ann.next(ServerMessage.Settled.class).n());
    }

    /** Every edit is a row, once, in the order in which they were made. */
    private void judge() {
        List<String> rows = new ArrayList<>();
        while (rows.size() < seq) {
            Stretch.Rows next =
                    assertInstanceOf(Stretch.Rows.class, house.journal.rows(ID, rows.size(), Integer.MAX_VALUE));
            assertFalse(next.rows().isEmpty());
            next.rows().forEach(row -> rows.add(row.bytes().text()));
        }
        assertEquals(seq, rows.size());
        for (int i = 0; i < seq; i++) {
            String name = "\"edit " + (i + 1) + "\"";
            assertTrue(rows.get(i).contains(name), rows.get(i));
        }
    }

    /** All that is answered from the store: a session in which nobody is, its history, that of the room, the list. */
    private List<Object> stored() {
        return List.of(
                house.api.read(ASLEEP.text()),
                house.api.history(ASLEEP.text(), Long.MAX_VALUE, 10, true),
                house.api.history(ID.text(), Long.MAX_VALUE, 10, true),
                house.api.sessions(Optional.empty()));
    }

    private void fallsIll(Illness illness) {
        List<Object> told = stored();
        disk.suffer(illness);
        ann.put(seq + 1, RoomsOverSocketsTest.name("edit " + (seq + 1)));
        for (Visitor each : List.of(ann, bob)) {
            assertEquals(
                    LifeCycle.STORE_AWAY, each.next(ServerMessage.Paused.class).reason());
        }
        Answer.Found found = assertInstanceOf(Answer.Found.class, house.api.read(ID.text()));
        assertTrue(found.json().contains("\"edit " + seq + "\""), found::json);
        Await.until(() -> house.api.read(ASLEEP.text()) instanceof Answer.Found);
        assertEquals(told, stored(), "what was told is read on, and nothing else");
    }

    /** Nobody was disconnected: on the same connections everybody is welcomed, and ann says again what waits. */
    private void recovers() {
        long start = System.nanoTime();
        disk.suffer(Illness.NONE);
        ServerMessage.Welcome welcome = ann.next(ServerMessage.Welcome.class);
        recoveries.add((System.nanoTime() - start) / 1_000_000);
        assertEquals(welcome.seq(), bob.next(ServerMessage.Welcome.class).seq());
        assertTrue(welcome.settled() == seq || welcome.settled() == seq + 1, () -> "settled " + welcome.settled());
        if (welcome.settled() == seq) {
            ann.put(seq + 1, RoomsOverSocketsTest.name("edit " + (seq + 1)));
            acknowledged();
        } else {
            seq++; // its commit had reached the disk after all
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("a sync that takes 50 ms delays every edit so long, and never one behind the other")
    void slow() {
        disk.suffer(Illness.SLOW);
        long before = house.journal.metrics().commits();
        for (int i = 1; i <= 60; i++) {
            ann.put(i, RoomsOverSocketsTest.name("edit " + i));
        }
        long start = System.nanoTime();
        try (Visitor carol = Visitor.in(house.address(), "carol", ASLEEP)) {
            carol.next(ServerMessage.Snapshot.class);
            carol.put(1, RoomsOverSocketsTest.name("a neighbour's"));
            carol.next(ServerMessage.Settled.class);
        }
        long neighbour = (System.nanoTime() - start) / 1_000_000;
        assertTrue(neighbour < 1_000, () -> "a neighbour waited " + neighbour + " ms");
        long settled = 0;
        while (settled < 60) {
            settled = ann.next(ServerMessage.Settled.class).n();
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        long commits = house.journal.metrics().commits() - before;
        assertTrue(commits <= 20, () -> commits + " commits: what waits goes together");
        System.out.println(String.join(
                "\t",
                "fault",
                "disk: slow",
                "50 ms a sync; 60 edits at once",
                "" + commits,
                "60",
                "0",
                "all within " + millis + " ms, a neighbour's within " + neighbour + " ms"));
    }
}
