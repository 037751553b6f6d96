package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.client.ui.kit.Press;
import tutti.model.Condition;
import tutti.model.Instrument;
import tutti.model.PatternSlot;
import tutti.model.StepValue;

@Tag("slow")
@DisplayName("A track's head by keyboard and menu")
class HeadStoriesTest extends WindowStory {
    private Node find(String selector) {
        return window.content().lookup(selector);
    }

    private List<String> order() {
        return desk.session().liveTracks().stream()
                .map(track -> track.id().text())
                .toList();
    }

    @Test
    @DisplayName("Alt and arrows move the track, and stop at the ends")
    void reorder() {
        story(() -> key(KeyCode.UP, KeyCode.ALT));
        assertEquals(List.of(), desk.mutations());
        story(() -> key(KeyCode.DOWN, KeyCode.ALT));
        assertEquals(List.of("clap", "kick", "closed"), order().subList(0, 3));
        story(() -> key(KeyCode.UP, KeyCode.ALT));
        assertEquals(List.of("kick", "clap", "closed"), order().subList(0, 3));
    }

    @Test
    @DisplayName("F2 renames the track, and on the room's name the room")
    void rename() {
        story(() -> {
            key(KeyCode.F2);
            ((TextField) find("#head-kick .text-field")).setText("Boom");
            key(KeyCode.ENTER);
        });
        assertEquals(
                "Boom",
                desk.session().tracks().get(FirstLight.id("kick")).orElseThrow().name());
        story(() -> {
            find(".room-name").requestFocus();
            key(KeyCode.F2);
            ((TextField) find(".room-name .text-field")).setText("Attic");
            key(KeyCode.ENTER);
        });
        assertEquals("Attic", desk.session().name());
        assertTrue(find(".my-name").isFocusTraversable());
    }

    @Test
    @DisplayName("the menu of the step has that of its track: step value, colour, delete")
    void trackInTheStepsMenu() {
        story(() -> {
            key(KeyCode.CONTEXT_MENU);
            choose("Track", "Step value", StepValue.EIGHTH.code());
            key(KeyCode.CONTEXT_MENU);
            choose("Track", "Colour", "Colour 7");
        });
        assertEquals(StepValue.EIGHTH, lane("kick").value());
        assertEquals(
                6,
                desk.session().tracks().get(FirstLight.id("kick")).orElseThrow().colour());
        story(() -> {
            key(KeyCode.F10, KeyCode.SHIFT);
            choose("Track", "Delete track");
        });
        assertFalse(order().contains("kick"));
        story(() -> key(KeyCode.Z, KeyCode.CONTROL));
        assertTrue(order().contains("kick"));
    }

    @Test
    @DisplayName("the Menu key on a head opens the track's menu and selects it; so does the dots of the selected head")
    void headMenu() {
        story(() -> {
            find("#head-bass .track-name").requestFocus();
            key(KeyCode.CONTEXT_MENU);
            choose("Move up");
        });
        assertEquals(List.of("bass", "rim"), order().subList(5, 7));
        assertEquals(FirstLight.id("bass"), window.focus().track().orElseThrow());
        story(() -> {
            Press dots = (Press) find("#head-bass").lookupAll(".press").stream()
                    .filter(node -> node.getAccessibleText().startsWith("Menu of the track"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(dots.isVisible());
            dots.press();
            choose("Move down");
        });
        assertEquals(List.of("rim", "bass"), order().subList(5, 7));
    }

    @Test
    @DisplayName("a new track is of a family that is not heard yet, before it is another one of one that is")
    void unheard() {
        story(() -> {
            find("#head-stab .track-name").requestFocus();
            key(KeyCode.CONTEXT_MENU);
            choose("Delete track");
            press("Add a track with the first free sound");
        });
        Instrument made = desk.session().liveTracks().getLast().node().instrument();
        assertEquals(
                "Keys", desk.newest.get().catalogue().find(made).orElseThrow().family());
    }

    @Test
    @DisplayName("a condition is chosen in words")
    void condition() {
        story(() -> {
            key(KeyCode.CONTEXT_MENU);
            choose("When it plays", "One lap of 4", "Lap 3 of 4");
        });
        assertEquals(Condition.lap(3, 4), step("kick", 1).condition());
        story(() -> {
            key(KeyCode.CONTEXT_MENU);
            choose("When it plays", "Not in a fill");
        });
        assertEquals(
                Condition.of(Condition.Test.FILL).negated(), step("kick", 1).condition());
    }

    @Test
    @DisplayName("arrows on the pages' dashes turn pages")
    void pages() {
        story(() -> {
            find("#head-stab .pages").requestFocus();
            key(KeyCode.RIGHT);
            click("stab", 2);
        });
        assertTrue(desk.session()
                .pattern(PatternSlot.A)
                .lane(FirstLight.id("stab"))
                .steps()
                .at(17)
                .on());
    }
}
