package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.PatternSlot;
import tutti.model.Session;

@DisplayName("a lobby")
class LobbyTest {
    private static final long SECOND = 1_000_000;
    private static final MemberId A = new MemberId("A");
    private static final MemberId B = new MemberId("B");

    private final Lobby lobby = new Lobby("clock-1", Session.BLANK);

    private static Profile profile(String name) {
        return new Profile(name, 3);
    }

    private List<News> enter(long window, MemberId who, long now) {
        return lobby.enter(window, who, profile(who.text()), Optional.empty(), now);
    }

    private static ServerMessage said(List<News> news) {
        return assertInstanceOf(News.ToAll.class, news.getFirst()).message();
    }

    @Test
    @DisplayName("shows two windows with one secret as one member with two cursors, who leaves with the last of them")
    void windows() {
        Pointer one = new Pointer(PatternSlot.A, Optional.empty(), Optional.of(1));
        Pointer two = new Pointer(PatternSlot.B, Optional.empty(), Optional.of(2));
        enter(1, A, 0);
        enter(2, A, 0);
        lobby.point(1, Optional.of(one));
        lobby.point(2, Optional.of(two));
        assertEquals(List.of(new Member(A, profile("A"), true, List.of(one, two))), lobby.members());
        assertInstanceOf(ServerMessage.Here.class, said(lobby.exit(1, true, 5)));
        assertFalse(lobby.empty(5));
        assertEquals(new ServerMessage.Gone(A), said(lobby.exit(2, true, 6)));
        assertTrue(lobby.empty(6));
    }

    @Test
    @DisplayName("keeps a member whose connection was lost for ten seconds, and no longer")
    void grace() {
        enter(1, A, 0);
        assertEquals(
                new ServerMessage.Here(new Member(A, profile("A"), false, List.of())),
                said(lobby.exit(1, false, SECOND)));
        assertEquals(OptionalLong.of(11 * SECOND), lobby.nextGrace());
        assertEquals(List.of(), lobby.tick(11 * SECOND - 1));
        assertFalse(lobby.empty(11 * SECOND - 1));
        assertEquals(new ServerMessage.Gone(A), said(lobby.tick(11 * SECOND)));
        assertTrue(lobby.empty(11 * SECOND));
    }

    @Test
    @DisplayName("forgets the grace time of a window that came back: to leave then ends the visit at once")
    void returned() {
        enter(1, A, 0);
        lobby.exit(1, false, SECOND);
        enter(2, A, 2 * SECOND);
        assertEquals(OptionalLong.empty(), lobby.nextGrace());
        assertEquals(new ServerMessage.Gone(A), said(lobby.exit(2, true, 3 * SECOND)));
        assertTrue(lobby.empty(3 * SECOND));
    }

    @Test
    @DisplayName("does not take a window that comes back for one that was given up long ago")
    void givenUp() {
        enter(1, A, 0);
        enter(2, A, 0);
        lobby.exit(1, false, SECOND);
        lobby.exit(2, false, 60 * SECOND);
        enter(3, A, 61 * SECOND);
        assertEquals(new ServerMessage.Gone(A), said(lobby.exit(3, true, 62 * SECOND)));
    }

    @Test
    @DisplayName("waits for the second of two lost windows, though the first came back and left")
    void secondWindow() {
        enter(1, A, 0);
        enter(2, A, 0);
        lobby.exit(1, false, SECOND);
        lobby.exit(2, false, 2 * SECOND);
        enter(3, A, 3 * SECOND);
        lobby.exit(3, true, 4 * SECOND);
        assertFalse(lobby.empty(4 * SECOND));
        assertEquals(OptionalLong.of(12 * SECOND), lobby.nextGrace());
        lobby.tick(12 * SECOND);
        assertTrue(lobby.empty(12 * SECOND));
    }

    @Test
    @DisplayName("holds 64 members of 8 windows each, and says so to the next")
    void full() {
        for (int i = 0; i < Limits.MEMBERS; i++) {
            assertInstanceOf(
                    News.ToAll.class, enter(i, new MemberId("m" + i), 0).getFirst());
        }
        assertEquals(List.of(new News.Full(99)), enter(99, A, 0));
        for (int i = 1; i < Limits.WINDOWS; i++) {
            enter(100 + i, new MemberId("m0"), 0);
        }
        assertEquals(List.of(new News.Full(200)), enter(200, new MemberId("m0"), 0));
        assertEquals(Limits.MEMBERS, lobby.members().size());
    }

    @Test
    @DisplayName("takes the room's clock and run from the first who returns after a restart, and from nobody else")
    void givenBack() {
        enter(1, A, 0);
        lobby.play(1, Optional.of(PatternSlot.C), Session.BLANK, SECOND);
        RoomClock known = new RoomClock(lobby.room(5 * SECOND), lobby.transport());
        Lobby next = new Lobby("clock-2", Session.BLANK);
        next.enter(7, A, profile("A"), Optional.of(known), 100);
        assertEquals(lobby.transport(), next.transport());
        assertEquals(lobby.room(6 * SECOND), next.room(100 + SECOND));
        Transport stopped = Conductor.stopped(Session.BLANK);
        next.enter(8, B, profile("B"), Optional.of(new RoomClock(1, stopped)), 200);
        assertEquals(lobby.transport(), next.transport());
    }

    @Test
    @DisplayName("does not take a clock that cannot be")
    void implausible() {
        for (long wrong : List.of(-1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            Lobby fresh = new Lobby("clock-3", Session.BLANK);
            RoomClock clock = new RoomClock(wrong, Conductor.stopped(Session.BLANK));
            fresh.enter(1, A, profile("A"), Optional.of(clock), 50);
            assertEquals(50, fresh.room(50));
        }
    }

    @Test
    @DisplayName("hears nothing from a connection that is not a window")
    void strangers() {
        enter(1, A, 0);
        assertEquals(List.of(), lobby.point(9, Optional.empty()));
        assertEquals(List.of(), lobby.rename(9, profile("X")));
        assertEquals(List.of(), lobby.play(9, Optional.empty(), Session.BLANK, 0));
        assertEquals(List.of(), lobby.stop(9, false, Session.BLANK, 0));
        assertEquals(List.of(), lobby.launch(9, PatternSlot.B, Session.BLANK, 0));
        assertEquals(List.of(), lobby.exit(9, true, 0));
    }

    @Test
    @DisplayName("names one latest value for each member and one for what plays")
    void keys() {
        enter(1, A, 0);
        News.ToAll first = assertInstanceOf(
                News.ToAll.class, lobby.rename(1, profile("A2")).getFirst());
        News.ToAll second =
                assertInstanceOf(News.ToAll.class, lobby.exit(1, true, 1).getFirst());
        assertEquals(first.key(), second.key());
    }
}
