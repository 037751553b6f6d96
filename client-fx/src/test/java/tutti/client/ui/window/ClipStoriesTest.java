package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Place.OfLane;
import tutti.model.Lane;
import tutti.model.PatternSlot;
import tutti.model.StepValue;

@Tag("slow")
@DisplayName("Copy, paste and repeat")
class ClipStoriesTest extends WindowStory {
    private Lane lane(PatternSlot pattern, String track) {
        return desk.session().pattern(pattern).lane(FirstLight.id(track));
    }

    private String audible(Lane lane) {
        StringBuilder signs =
                new StringBuilder(lane.length() + " " + lane.value().code() + " ");
        for (int i = 0; i < lane.length(); i++) {
            signs.append(lane.steps().at(i).on() ? lane.steps().at(i).velocity() : 0)
                    .append(' ');
        }
        return signs.toString();
    }

    private void chipMenu(String pattern, String words) {
        var chip = window.content().getRoot().lookupAll(".chip").stream()
                .filter(node -> ("Pattern " + pattern).equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        chip.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 1, 1, false, null));
        choose(words);
    }

    @Test
    @DisplayName("a whole lane is pasted from the first step on, with its length and value, wherever one stands")
    void lane() {
        story(() -> {
            OfLane conga = new OfLane(PatternSlot.A, FirstLight.id("conga"));
            desk.remote(Mutation.put(conga, LaneFields.VALUE, StepValue.EIGHTH));
            stand("conga", 3);
            key(KeyCode.A, KeyCode.CONTROL);
            key(KeyCode.C, KeyCode.CONTROL);
            stand("kick", 9);
            key(KeyCode.V, KeyCode.CONTROL);
        });
        assertEquals(audible(lane(PatternSlot.A, "conga")), audible(lane(PatternSlot.A, "kick")));
        assertEquals(0, window.focus().step());
        assertEquals(1, desk.edits.size());
        story(() -> key(KeyCode.Z, KeyCode.CONTROL));
        assertEquals("x---x---x---x---", signs("kick"));
    }

    @Test
    @DisplayName("a whole pattern is copied by keys or by its chip, into another, each lane to its own track")
    void pattern() {
        story(() -> {
            stand("bass", 3);
            key(KeyCode.A, KeyCode.CONTROL);
            key(KeyCode.A, KeyCode.CONTROL);
            key(KeyCode.C, KeyCode.CONTROL);
            press("Pattern B");
            key(KeyCode.V, KeyCode.CONTROL);
        });
        for (String track : new String[] {"kick", "conga", "rim", "bass", "stab"}) {
            assertEquals(audible(lane(PatternSlot.A, track)), audible(lane(PatternSlot.B, track)), track);
        }
        story(() -> {
            chipMenu("A", "Copy pattern A");
            chipMenu("C", "Paste into pattern C");
        });
        assertEquals(PatternSlot.C, window.focus().pattern());
        for (String track : new String[] {"kick", "conga", "rim", "bass", "stab"}) {
            assertEquals(audible(lane(PatternSlot.A, track)), audible(lane(PatternSlot.C, track)), track);
        }
        assertEquals(2, desk.edits.size());
    }

    @Test
    @DisplayName("repeat goes past the lane's end by making it longer, in the same gesture, and stands inside")
    void repeatLengthens() {
        story(() -> {
            stand("rim", 3);
            key(KeyCode.RIGHT, KeyCode.SHIFT);
            key(KeyCode.RIGHT, KeyCode.SHIFT);
            key(KeyCode.D, KeyCode.CONTROL);
        });
        assertEquals("--x-xx-x", signs("rim"));
        assertTrue(window.focus().step() < 8);
        assertEquals(1, desk.edits.size());
        story(() -> key(KeyCode.Z, KeyCode.CONTROL));
        assertEquals(5, lane("rim").length());
        assertFalse(step("rim", 6).on());
    }

    @Test
    @DisplayName("repeat of a whole lane is twice the lane; of one that would be too long, nothing")
    void repeatLane() {
        story(() -> {
            stand("conga", 1);
            key(KeyCode.A, KeyCode.CONTROL);
            key(KeyCode.D, KeyCode.CONTROL);
        });
        assertEquals("x--x-x-x--x-x-", signs("conga"));
        assertEquals(7, window.focus().step());
        story(() -> {
            desk.remote(Mutation.put(new OfLane(PatternSlot.A, FirstLight.id("kick")), LaneFields.LENGTH, 100));
            frame();
            stand("kick", 1);
            key(KeyCode.A, KeyCode.CONTROL);
            key(KeyCode.D, KeyCode.CONTROL);
        });
        assertEquals(100, lane("kick").length());
    }

    @Test
    @DisplayName("a paste leaves out what would lie beyond the lane's end, where nobody sees or hears it")
    void pasteStaysInside() {
        story(() -> {
            stand("kick", 1);
            key(KeyCode.RIGHT, KeyCode.CONTROL, KeyCode.SHIFT);
            for (int i = 0; i < 5; i++) {
                key(KeyCode.RIGHT, KeyCode.SHIFT);
            }
            key(KeyCode.C, KeyCode.CONTROL);
            stand("rim", 4);
            key(KeyCode.V, KeyCode.CONTROL);
        });
        assertEquals(5, lane("rim").length());
        assertFalse(step("rim", 9).on());
        assertTrue(step("rim", 5).on());
    }

    @Test
    @DisplayName("a lane that becomes shorter takes the keyboard along")
    void keyboardStaysInside() {
        story(() -> {
            stand("kick", 16);
            type("{");
        });
        assertEquals(7, window.focus().step());
    }
}
