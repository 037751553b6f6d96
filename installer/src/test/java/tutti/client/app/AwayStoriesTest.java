package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.sync.Transport;

@Tag("slow")
@DisplayName("While the server is away")
class AwayStoriesTest extends RoomStory {
    private TwoWindows room;

    @BeforeEach
    void open() throws Exception {
        room = room();
    }

    @Test
    @DisplayName("edits go on, are counted as waiting, and arrive when it is back; the bar says so in words")
    void reconnect() throws Exception {
        room.until("all is saved", () -> room.host.saved().startsWith("Saved"));
        room.stopServer();
        room.host.edit(named("Made in the dark"));
        room.until("the edit waits", () -> room.host.shown().sync().waiting() == 1);
        assertEquals("Made in the dark", room.host.session().name());
        room.until("the bar says so", () -> room.host.saved().contains("1 edit kept here"));
        room.startServer();
        room.until("both are back", () -> TwoWindows.live(room.host) && TwoWindows.live(room.guest));
        room.until("the edit arrives", () -> room.guest.session().name().equals("Made in the dark"));
        room.until("all is saved", () -> room.host.saved().startsWith("Saved"));
    }

    @Test
    @DisplayName("what waits outlives a restart of the client, and is delivered on return")
    void restart() throws Exception {
        room.stopServer();
        room.host.edit(named("Written before the restart"));
        room.until("the edit waits", () -> room.host.shown().sync().waiting() == 1);
        room.reopenHost();
        room.until("it is shown again", () -> room.host.session().name().equals("Written before the restart"));
        assertEquals(1, room.host.shown().sync().waiting());
        assertTrue(room.host.shown().undoing().undo());
        room.startServer();
        room.until("it is delivered", () -> room.guest.session().name().equals("Written before the restart"));
        room.until("nothing waits", () -> room.host.shown().sync().waiting() == 0);
        assertEquals(room.host.session(), room.guest.session());
    }

    @Test
    @DisplayName("a room that nobody has changed yet is still there after a restart, and takes edits")
    void untouchedRoom() throws Exception {
        room.until("the host has the room", () -> room.host.session().equals(Births.firstLight()));
        room.stopServer();
        room.reopenHost();
        room.until("it is shown", () -> room.host.session().equals(Births.firstLight()));
        room.host.clickStep("kick", 2);
        room.until("it takes an edit", () -> room.host.step("kick", 2).on());
        room.startServer();
        room.until("which is delivered", () -> room.guest.step("kick", 2).on());
    }

    @Test
    @DisplayName("music that plays goes on in both windows as if nothing had happened, and is the same when it is back")
    void playsOn() throws Exception {
        room.host.ask(desk -> desk.play());
        room.until("both play", () -> playing(room.host) && playing(room.guest));
        Transport before = room.host.transport().orElseThrow();
        room.stopServer();
        assertEquals(before, room.host.transport().orElseThrow());
        assertEquals(before, room.guest.transport().orElseThrow());
        assertTrue(playing(room.host) && playing(room.guest));
        room.startServer();
        room.until("both are back", () -> TwoWindows.live(room.host) && TwoWindows.live(room.guest));
        room.until("both still play", () -> playing(room.host) && playing(room.guest));
        assertEquals(before.run(), room.host.transport().orElseThrow().run());
        assertEquals(before.timeline(), room.guest.transport().orElseThrow().timeline());
    }

    private static boolean playing(Seat seat) {
        return seat.shown().transport().playing();
    }

    @Test
    @DisplayName("play, stop and launch still work, for oneself")
    void playAlone() {
        room.stopServer();
        room.host.ask(desk -> desk.play());
        room.until("it plays here", () -> room.host.shown().transport().playing());
        room.host.ask(desk -> desk.stop());
        room.until("it stops here", () -> !room.host.shown().transport().playing());
    }
}
