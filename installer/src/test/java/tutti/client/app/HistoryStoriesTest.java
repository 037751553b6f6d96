package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Past;
import tutti.client.ui.Past.Deed;
import tutti.edit.Mutation;
import tutti.edit.SessionFields;
import tutti.model.Session;
import tutti.sync.Scope;

@Tag("slow")
@DisplayName("Two people and their room's past")
class HistoryStoriesTest extends RoomStory {
    private static final String OPEN = "Look back, and bring back (Ctrl H)";

    private static Past past(Seat seat) {
        return seat.shown().past();
    }

    private static Optional<Deed> deed(Seat seat, String by, String words) {
        return past(seat).deeds().stream()
                .filter(deed -> deed.by().name().equals(by) && deed.words().equals(words))
                .findFirst();
    }

    private static void see(TwoWindows room, Seat seat, String by, String words) {
        room.until(
                "“" + by + " " + words + "” is listed",
                () -> deed(seat, by, words).isPresent());
        seat.ask(desk -> desk.memory().see(deed(seat, by, words).orElseThrow()));
        room.until(
                "it is shown",
                () -> past(seat).glance().flatMap(Past.Glance::then).isPresent());
    }

    @Test
    @DisplayName("one draws, the other changes it; the first looks back and brings the track back, both have it, undo"
            + " takes it away")
    void bringBack() throws Exception {
        TwoWindows room = room();
        room.host.clickStep("clap", 3);
        room.host.clickStep("clap", 4);
        room.until("the guest has both", () -> room.guest.step("clap", 4).on());
        room.guest.clickStep("clap", 3);
        room.guest.clickStep("clap", 7);
        room.guest.clickStep("kick", 3);
        room.until(
                "the host has the changes",
                () -> !room.host.step("clap", 3).on()
                        && room.host.step("kick", 3).on());
        room.host.press(OPEN);
        see(room, room.host, room.host.name(), "drew 2 steps on Clap");
        room.until("it is said above the grid", () -> room.host.reads(".past-line", "As it was at"));
        Session then = past(room.host).glance().flatMap(Past.Glance::then).orElseThrow();
        assertTrue(room.host.on(then, "clap", 3));
        assertFalse(room.host.on(then, "clap", 7));
        assertFalse(room.host.step("clap", 3).on(), "the room is as it is");
        room.host.clickStep("clap", 1);
        Session guests = room.guest.session();
        room.host.press("Restore this track");
        room.until("the host has it back", () -> room.host.step("clap", 3).on());
        room.until(
                "so has the guest",
                () -> room.guest.step("clap", 3).on()
                        && !room.guest.step("clap", 7).on());
        assertEquals(then.tracks(), room.guest.session().tracks());
        assertTrue(room.guest.step("kick", 3).on(), "another track is left alone");
        assertFalse(room.host.step("clap", 1).on(), "a look back is for looking");
        assertTrue(past(room.host).glance().isEmpty(), "now is shown again");
        room.until(
                "the guest reads who it was",
                () -> room.guest.reads(".status", room.host.name() + " restored Clap to an earlier moment"));
        room.until(
                "the history says it too",
                () -> deed(room.host, room.host.name(), "restored Clap").isPresent());
        room.host.ask(desk -> desk.undo());
        room.until("undo takes it away", () -> room.guest.session().equals(guests));
    }

    @Test
    @DisplayName("what would change nothing is refused in words that say what to do")
    void same() throws Exception {
        TwoWindows room = room();
        room.host.clickStep("clap", 3);
        room.host.press(OPEN);
        see(room, room.host, room.host.name(), "drew step 3 on Clap");
        room.host.ask(desk -> desk.memory().restore(new Scope.All()));
        room.until(
                "the refusal is read",
                () -> room.host.reads(".status", "is different from what it was then; choose another moment"));
    }

    @Test
    @DisplayName("while the server is away the panel says so; what was read and seen stays, and goes on afterwards")
    void away() throws Exception {
        TwoWindows room = room();
        room.host.clickStep("clap", 3);
        room.host.clickStep("clap", 3);
        room.host.press(OPEN);
        String drew = "erased step 3 on Clap";
        see(room, room.host, room.host.name(), drew);
        room.stopServer();
        room.until("it is said", () -> room.host.reads(".history", "The server is away"));
        assertTrue(room.host.reads(".past-line", "restoring waits until it is back"));
        room.host.ask(desk -> desk.memory().now());
        see(room, room.host, room.host.name(), drew);
        room.startServer();
        room.until("both are back", () -> TwoWindows.live(room.host) && TwoWindows.live(room.guest));
        room.until("it is not said any more", () -> !room.host.reads(".history", "The server is away"));
        room.guest.edit(Mutation.put(HEAD, SessionFields.TEMPO, 9_000));
        room.until(
                "what is new is read",
                () -> deed(room.host, room.guest.name(), "set the tempo to 90").isPresent());
    }

    @Test
    @DisplayName("who is not here any more is known by name, also to a server that has started since")
    void gone() throws Exception {
        TwoWindows room = room();
        room.guest.clickStep("clap", 3);
        room.until("the host has it", () -> room.host.step("clap", 3).on());
        String guest = room.guest.name();
        room.stopServer();
        room.guestGoes();
        room.startServer();
        room.until("the host is back", () -> TwoWindows.live(room.host));
        room.host.press(OPEN);
        room.until(
                "the deed is listed by name",
                () -> deed(room.host, guest, "drew step 3 on Clap").isPresent());
    }

    @Test
    @DisplayName("a published room can be looked through, and nothing of it restored")
    void published() throws Exception {
        TwoWindows room = room(SessionFields.FROZEN.with(Births.firstLight(), true));
        room.host.press(OPEN);
        room.until(
                "its beginning is listed",
                () -> deed(room.host, "", "The beginning").isPresent());
        see(room, room.host, "", "The beginning");
        assertTrue(room.host.reads(".history", "none restored"));
        assertFalse(room.host.offers("Restore everything, for everybody"));
    }
}
