package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Rooms;
import tutti.server.api.Options;
import tutti.server.api.TuttiServer;

@Tag("slow")
@DisplayName("A room's life, from a person's hand to the server and back")
class RoomLifeStoriesTest extends RoomStory {
    private TwoWindows room;

    @BeforeEach
    void open() throws Exception {
        room = room();
        room.host.edit(named("Sunday"));
        room.until("the room has a name", () -> room.guest.session().name().equals("Sunday"));
    }

    /** The list of that server as this window shows it, once it is there and something of that name is in it. */
    private void lists(Seat seat, String address, String name) {
        seat.ask(desk -> desk.list(address));
        room.until("the list is there", () -> listed(seat, name).isPresent());
    }

    private static Optional<Rooms.Room> listed(Seat seat, String name) {
        return seat.shown().rooms().list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static String here(Seat seat) {
        return seat.studio.home().orElseThrow().id().text();
    }

    private static boolean binned(Seat seat, String id) {
        return seat.shown().rooms().bin().stream().anyMatch(each -> each.id().equals(id));
    }

    @Test
    @DisplayName("a copy is a room of its own, where its maker goes; the other one stays and changes alone")
    void copy() {
        lists(room.host, "", "Sunday");
        room.host.ask(desk -> desk.copy(room.id()));
        room.until(
                "the host is in the copy",
                () -> TwoWindows.live(room.host) && room.host.session().name().equals("Sunday copy"));
        lists(room.host, "", "Sunday copy");
        assertNotEquals(room.id(), here(room.host));
        room.until(
                "the list says what it is a copy of",
                () -> listed(room.host, "Sunday copy")
                        .flatMap(Rooms.Room::source)
                        .filter(source -> source.name().equals("Sunday"))
                        .isPresent());
        room.guest.edit(named("Monday"));
        room.until("the guest is alone there", () -> TwoWindows.people(room.guest) == 1);
        assertEquals("Sunday copy", room.host.session().name());
    }

    @Test
    @DisplayName("a moment of the past can be made a room of its own, and the room itself stays as it is now")
    void copyMoment() {
        room.host.edit(named("Monday"));
        room.until("it is saved", () -> room.guest.session().name().equals("Monday"));
        long seq = room.host.shown().sync().durable();
        room.host.ask(desk -> desk.copyMoment(seq - 1));
        room.until(
                "the host is in the copy",
                () -> TwoWindows.live(room.host) && !here(room.host).equals(room.id()));
        room.until("it has a name of its own", () -> room.host.session().name().equals("Monday copy"));
        room.host.ask(desk -> desk.undo());
        assertEquals("Monday", room.guest.session().name());
    }

    @Test
    @DisplayName("a published room is refused to every hand, also after a restart, and goes on as a copy")
    void publish() throws Exception {
        lists(room.guest, room.typed(), "Sunday");
        room.guest.ask(desk -> desk.publish(room.id()));
        room.until(
                "it stands in the list",
                () -> room.guest.shown().rooms().list().stream().anyMatch(Rooms.Room::published));
        String frozen = room.guest.shown().rooms().list().stream()
                .filter(Rooms.Room::published)
                .findFirst()
                .orElseThrow()
                .id();
        room.guest.ask(desk -> desk.open(frozen));
        room.until(
                "the guest is in",
                () -> TwoWindows.live(room.guest) && room.guest.session().frozen());
        room.stopServer();
        room.startServer();
        room.until("both are back", () -> TwoWindows.live(room.guest) && TwoWindows.live(room.host));
        room.guest.edit(named("Mine"));
        room.until(
                "it is refused",
                () -> room.guest.notices().stream()
                        .anyMatch(words -> words.startsWith("Not done, this session is published")));
        room.until("and not seen", () -> room.guest.session().name().equals("Sunday"));
        room.guest.ask(desk -> desk.copyThis());
        room.until(
                "the guest is in a copy",
                () -> TwoWindows.live(room.guest) && !room.guest.session().frozen());
        room.guest.edit(named("Mine"));
        room.until(
                "which changes",
                () -> room.guest.saved().startsWith("Saved")
                        && room.guest.session().name().equals("Mine"));
    }

    @Test
    @DisplayName("who is in a room that is deleted hears why, and is in again when it was brought back by the notice")
    void deleteAndBringBack() {
        lists(room.host, "", "Sunday");
        room.host.ask(desk -> desk.delete(room.id()));
        room.until("both are out", () -> TwoWindows.lost(room.host) && TwoWindows.lost(room.guest));
        room.until(
                "both hear why",
                () -> room.guest.shown().sync().why().contains("deleted")
                        && room.host.shown().sync().why().contains("deleted"));
        room.until("it is in the bin", () -> binned(room.host, room.id()));
        room.until("the notice offers it", () -> room.host.offered("Bring back"));
        room.host.answer("Bring back");
        room.until("both are in again", () -> TwoWindows.live(room.host) && TwoWindows.live(room.guest));
        room.until(
                "nothing is said of it any more",
                () -> !room.host.offered("Bring back")
                        && !room.host.offered("Start a new room")
                        && room.guest.notices().stream().noneMatch(words -> words.contains("deleted")));
    }

    @Test
    @DisplayName("a window whose room is gone for ever says so at its start, and goes on in a new one")
    void purge() throws Exception {
        lists(room.host, "", "Sunday");
        room.host.ask(desk -> desk.delete(room.id()));
        room.until("it is in the bin", () -> binned(room.host, room.id()));
        room.host.ask(desk -> desk.purge(room.id()));
        room.until("it is gone", () -> !binned(room.host, room.id()));
        room.reopenHost();
        room.until(
                "that is said",
                () -> room.host.notices().stream().anyMatch(words -> words.equals("This room was deleted for ever")));
        room.until(
                "the line at the bottom knows it too",
                () -> room.host.shown().sync().why().equals("this room was deleted for ever"));
        room.host.answer("Start a new room");
        room.until("a new one is open", () -> TwoWindows.live(room.host));
        assertNotEquals(room.id(), here(room.host));
        assertFalse(room.host.offered("Start a new room"));
    }

    @Test
    @DisplayName("a deed that is tried again goes to the server on which it was asked, whichever is listed meanwhile")
    void tryAgain() throws Exception {
        try (TuttiServer other = TuttiServer.start(Options.local(folder.resolve("other")))) {
            String elsewhere = other.httpAddress();
            lists(room.guest, room.typed(), "Sunday");
            room.stopServer();
            room.guest.ask(desk -> desk.delete(room.id()));
            room.until("it failed", () -> room.guest.offered("Try again"));
            room.guest.ask(desk -> desk.list(elsewhere));
            room.until(
                    "another server is listed",
                    () -> room.guest.shown().rooms().server().equals(elsewhere)
                            && !room.guest.shown().rooms().looking());
            assertEquals("", room.guest.shown().rooms().problem());
            room.startServer();
            room.until("both are back", () -> TwoWindows.live(room.guest) && TwoWindows.live(room.host));
            room.guest.answer("Try again");
            room.until(
                    "the room is deleted", () -> room.guest.shown().sync().why().contains("deleted"));
            assertEquals(elsewhere, room.guest.shown().rooms().server());
            room.guest.ask(desk -> desk.list(room.typed()));
            room.until("it is in the bin of its server", () -> binned(room.guest, room.id()));
        }
    }

    @Test
    @DisplayName("of two rooms that were asked for at once this window is in the one that was asked for last")
    void twoAtOnce() {
        lists(room.host, "", "Sunday");
        room.host.ask(desk -> desk.start("First"));
        room.host.ask(desk -> desk.start("Second"));
        room.host.ask(desk -> desk.start("Third"));
        room.until(
                "it is in the third",
                () -> TwoWindows.live(room.host) && room.host.session().name().equals("Third"));
        room.guest.edit(named("Still there"));
        room.until("the guest stayed", () -> TwoWindows.people(room.guest) == 1);
        assertEquals("Third", room.host.session().name());
    }
}
