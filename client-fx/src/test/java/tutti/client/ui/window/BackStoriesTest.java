package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.edit.Mutation;
import tutti.edit.Place.OfStep;
import tutti.edit.StepFields;
import tutti.model.PatternSlot;

@Tag("slow")
@DisplayName("Taking back: Esc in a drag, undo after it")
class BackStoriesTest extends WindowStory {
    @Test
    @DisplayName("Esc gives back what the drag did, and the release does nothing more")
    void escapeCancels() {
        story(() -> {
            on("clap").press(x(1), 20).drag(x(4), 20);
            key(KeyCode.ESCAPE);
            on("clap").release(x(4), 20);
        });
        assertEquals("----x-------x---", signs("clap"));
        assertFalse(desk.newest.get().undoing().undo(), "nothing is left to undo");
    }

    @Test
    @DisplayName("Esc leaves what others did under the drag")
    void escapeLeavesOthers() {
        story(() -> {
            on("clap").press(x(1), 20).drag(x(4), 20);
            desk.remote(Mutation.put(new OfStep(PatternSlot.A, FirstLight.id("clap"), 1), StepFields.VELOCITY, 31));
            desk.remote(Mutation.put(new OfStep(PatternSlot.A, FirstLight.id("clap"), 2), StepFields.ON, false));
            desk.remote(Mutation.put(new OfStep(PatternSlot.A, FirstLight.id("clap"), 3), StepFields.RATCHET, 2));
            key(KeyCode.ESCAPE);
        });
        assertEquals("----x-------x---", signs("clap"));
        assertEquals(31, step("clap", 2).velocity());
        assertEquals(2, step("clap", 4).ratchet());
    }

    @Test
    @DisplayName("Esc on a lane's end gives the length back")
    void escapeOfLaneEnd() {
        story(() -> {
            double end = x(7) + 24;
            on("conga").press(end, 20).drag(x(5) + 26, 20);
            key(KeyCode.ESCAPE);
            on("conga").drag(x(3), 20).release(x(3), 20);
        });
        assertEquals(7, lane("conga").length());
    }

    @Test
    @DisplayName("what undo takes back out of sight is gone to: another pattern, another page")
    void undoOutOfSight() {
        story(() -> {
            stand("bass", 2);
            key(KeyCode.ENTER);
            press("Pattern B");
            stand("kick", 1);
            key(KeyCode.Z, KeyCode.CONTROL);
        });
        assertEquals(PatternSlot.A, window.focus().pattern());
        assertEquals(FirstLight.id("bass"), window.focus().track().orElseThrow());
        assertEquals(1, window.focus().step());
        story(() -> {
            stand("kick", 1);
            type("}");
            stand("kick", 20);
            key(KeyCode.ENTER);
            stand("kick", 1);
            key(KeyCode.Z, KeyCode.CONTROL);
        });
        assertEquals(19, window.focus().step());
    }

    @Test
    @DisplayName("what undo takes back in sight leaves the keyboard where it is")
    void undoInSight() {
        story(() -> {
            stand("bass", 2);
            key(KeyCode.ENTER);
            stand("kick", 1);
            key(KeyCode.Z, KeyCode.CONTROL);
        });
        assertEquals(FirstLight.id("kick"), window.focus().track().orElseThrow());
        assertFalse(step("bass", 2).on());
    }
}
