package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Mouse;
import tutti.client.ui.Past;
import tutti.client.ui.Past.Reach;
import tutti.client.ui.Sync;
import tutti.edit.SessionFields;

@Tag("slow")
@DisplayName("The history in the window")
class HistoryStoriesTest extends HistoryStory {
    @Test
    @DisplayName("opens and closes with Ctrl H, by its button, and with Esc")
    void opening() {
        story(() -> {
            key(KeyCode.H, KeyCode.CONTROL);
            key(KeyCode.H, KeyCode.CONTROL);
            press("Look back, and bring back (Ctrl H)");
            key(KeyCode.ESCAPE);
        });
        assertEquals(List.of("history", "history closed", "history", "history closed"), desk.asked);
        assertTrue(window.content().getRoot().lookupAll(".keys").stream()
                .anyMatch(node -> ((Label) node).getText().equals("Ctrl H")));
    }

    @Test
    @DisplayName("lists who did what, and shows a moment that is chosen, by the keyboard alone too")
    void choosing() {
        story(() -> {
            openHistory();
            assertEquals(DEEDS, list().getItems());
            desk.asked.clear();
            list().requestFocus();
            key(KeyCode.DOWN);
            key(KeyCode.DOWN);
        });
        assertTrue(desk.asked.contains("see 1"), desk.asked.toString());
    }

    @Test
    @DisplayName("stays at what was chosen last while a moment that was chosen before it still comes")
    void lastChosen() {
        story(() -> {
            openHistory();
            list().getSelectionModel().select(0);
            list().getSelectionModel().select(1);
            past(DEEDS, READ, Optional.of(new Past.Glance(DREW, Optional.empty())), "");
            assertEquals(1, list().getSelectionModel().getSelectedIndex());
            past(DEEDS, READ, Optional.of(new Past.Glance(MUTED, Optional.empty())), "");
            assertEquals(1, list().getSelectionModel().getSelectedIndex());
        });
        assertTrue(desk.asked.containsAll(List.of("see 2", "see 1")), desk.asked.toString());
    }

    @Test
    @DisplayName("draws a moment in the grid, marked, in which nothing can be edited; Esc goes back to now")
    void looking() {
        story(() -> {
            openHistory();
            assertFalse(line().isVisible());
            look(then());
            assertTrue(line().isVisible());
            assertTrue(reads("after Hatter muted Clap"));
            assertTrue(window.content().lookup(".past-frame").isVisible());
            window.content().lookup(".rover").requestFocus();
            window.stand(FirstLight.id("kick"), 2);
            assertEquals(
                    "Kick, step 3 of 16, on, velocity 100",
                    window.content().lookup(".rover").getAccessibleText());
            key(KeyCode.ENTER);
            key(KeyCode.M);
            desk.asked.clear();
            key(KeyCode.ESCAPE);
        });
        assertTrue(desk.edits.isEmpty());
        assertEquals(List.of("now"), desk.asked);
        story(() -> {
            past(DEEDS, READ, Optional.empty(), "");
            assertFalse(line().isVisible());
            click("kick", 3);
        });
        assertFalse(desk.edits.isEmpty());
    }

    @Test
    @DisplayName("restores everything, the selected track or the pattern that is looked at")
    void restoring() {
        story(() -> {
            openHistory();
            window.stand(FirstLight.id("bass"), 0);
            look(then());
            assertEquals("Bass", written("Restore this track"));
            desk.asked.clear();
            press("Restore everything, for everybody");
            press("Restore this track");
            press("Restore this pattern");
            press("Back to now (Esc)");
        });
        assertEquals(
                List.of(
                        "restore All[]",
                        "restore Track[track=" + FirstLight.id("bass") + "]",
                        "restore Pattern[pattern=A]",
                        "now"),
                desk.asked);
    }

    @Test
    @DisplayName("says that the server is away and what can still be done; nothing is restored then")
    void away() {
        story(() -> {
            openHistory();
            look(then());
            link(Sync.Link.LOST);
            assertTrue(reads("moments that were shown before still open"));
            assertTrue(reads("restoring waits until it is back"));
            assertTrue(found("Restore everything, for everybody", true).isDisabled());
            link(Sync.Link.CONNECTED);
            assertFalse(found("Restore everything, for everybody", true).isDisabled());
        });
    }

    private void link(Sync.Link link) {
        desk.sync(new Sync(link, 0, 2, "", 0, ""));
        frame();
    }

    @Test
    @DisplayName("copies the moment that is looked at, also of a published room, once it is there")
    void copyMoment() {
        String copy = "Copy this moment into a room of its own, and go there";
        story(() -> {
            openHistory();
            past(DEEDS, READ, Optional.of(new Past.Glance(MUTED, Optional.empty())), "");
            assertTrue(found(copy, true).isDisabled());
            desk.put(SessionFields.FROZEN.with(desk.session(), true));
            look(then());
            desk.asked.clear();
            press(copy);
        });
        assertEquals(List.of("copy moment " + MUTED.seq()), desk.asked);
    }

    @Test
    @DisplayName("shows a published room's past without offering to restore it")
    void published() {
        story(() -> {
            openHistory();
            desk.put(SessionFields.FROZEN.with(desk.session(), true));
            look(then());
            assertFalse(seen(found("Restore everything, for everybody", false)));
            assertTrue(reads("every moment can be looked at, and none restored"));
        });
    }

    @Test
    @DisplayName("says how far it was read, stops and goes on, and names what went wrong and what is gone")
    void reading() {
        story(() -> {
            openHistory();
            past(DEEDS, new Past.Reading(true, 500, 1_200, Reach.MORE), Optional.empty(), "");
            assertTrue(reads("Reading, 500 of 1,200 edits"));
            desk.asked.clear();
            press("Stop reading further back");
            past(DEEDS, new Past.Reading(false, 500, 1_200, Reach.MORE), Optional.empty(), "");
            press("Read further back");
            past(DEEDS, new Past.Reading(false, 500, 1_200, Reach.MORE), Optional.empty(), "no server answers");
            assertTrue(reads("no server answers"));
            press("Try again to read the history");
            past(DEEDS, new Past.Reading(false, 500, 1_200, Reach.TRIMMED), Optional.empty(), "");
            assertTrue(reads("The server has no older edits any more"));
            Optional<Past.Trim> trim = Optional.of(new Past.Trim(1_789_214_400_000L, 700));
            past(DEEDS, new Past.Reading(false, 500, 1_200, Reach.TRIMMED, trim), Optional.empty(), "");
            assertTrue(reads(" Sep 2026, up to edit 700"));
        });
        assertEquals(List.of("halt", "older", "history"), desk.asked);
    }

    @Test
    @DisplayName("scrubs along the strip with mouse and arrows, and at its right end is now")
    void scrubbing() {
        story(() -> {
            openHistory();
            Region strip = (Region) window.content().lookup(".strip-view");
            desk.asked.clear();
            Mouse.on(strip).click(2, 30);
            Mouse.on(strip).click(strip.getWidth() - 0.5, 30);
            strip.requestFocus();
            key(KeyCode.LEFT);
        });
        assertEquals(List.of("see 1", "now", "see 2"), desk.asked);
    }
}
