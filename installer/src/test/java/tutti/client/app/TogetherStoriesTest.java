package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("Two windows in one room")
class TogetherStoriesTest extends RoomStory {
    private TwoWindows room;

    @BeforeEach
    void open() throws Exception {
        room = room();
    }

    @Test
    @DisplayName("a step that one clicks is on for the other, and a second click turns it off for both")
    void clickArrives() {
        room.host.clickStep("kick", 2);
        room.until("the step is on", () -> room.guest.step("kick", 2).on());
        room.host.clickStep("kick", 2);
        room.until("the step is off", () -> !room.guest.step("kick", 2).on());
        assertEquals(room.host.session(), room.guest.session());
    }

    @Test
    @DisplayName("a drag of the tempo arrives, and one undo takes the whole drag back")
    void tempoDrag() {
        int before = room.guest.session().tempo();
        room.host.dragUp(".numbers .number", 30);
        int after = room.host.session().tempo();
        room.until("the tempo arrives", () -> {
            int tempo = room.guest.session().tempo();
            return tempo > before && tempo == room.host.session().tempo();
        });
        assertTrue(after >= before);
        room.until("it can be undone", () -> room.host.shown().undoing().undo());
        room.host.press("Undo my last change (Ctrl Z)");
        room.until("all of it is back", () -> room.guest.session().tempo() == before);
    }

    @Test
    @DisplayName("undo leaves alone what somebody else did since, and says so")
    void undoSpares() {
        room.host.clickStep("kick", 2);
        room.until("the step is on", () -> room.guest.step("kick", 2).on());
        room.guest.clickStep("kick", 2);
        room.until("the guest turned it off", () -> !room.host.step("kick", 2).on());
        room.guest.clickStep("kick", 2);
        room.until("and on again", () -> room.host.step("kick", 2).on());
        room.host.press("Undo my last change (Ctrl Z)");
        String words = "Kick, step 2 on: " + room.guest.name() + " has changed it since";
        room.until("the host is told", () -> room.host.reads(".status", words));
        assertTrue(room.host.step("kick", 2).on());
        assertTrue(room.guest.step("kick", 2).on());
    }
}
