package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Mouse;
import tutti.edit.Mutation;
import tutti.edit.Place.OfStep;
import tutti.edit.StepFields;
import tutti.model.PatternSlot;

@Tag("slow")
@DisplayName("Hands on the steps")
class StepStoriesTest extends WindowStory {
    @Test
    @DisplayName("a click asks for the absolute value on, in one gesture that ends")
    void clickPutsOn() {
        story(() -> click("kick", 2));
        OfStep place = new OfStep(PatternSlot.A, FirstLight.id("kick"), 1);
        assertEquals(List.of(Mutation.put(place, StepFields.ON, true)), desk.mutations());
        assertTrue(desk.asked.contains("end"));
    }

    @Test
    @DisplayName("a second click puts off and the velocity survives")
    void offKeepsVelocity() {
        story(() -> click("kick", 1));
        assertFalse(step("kick", 1).on());
        assertEquals(120, step("kick", 1).velocity());
        story(() -> click("kick", 1));
        assertTrue(step("kick", 1).on());
        assertEquals(120, step("kick", 1).velocity());
    }

    @Test
    @DisplayName("stopped, a click that turns on is heard; one that turns off is not")
    void clickSounds() {
        story(() -> click("kick", 2));
        story(() -> click("kick", 2));
        assertEquals(
                List.of("audition kick 0 100"),
                desk.asked.stream().filter(a -> a.startsWith("audition")).toList());
    }

    @Test
    @DisplayName("a drag sideways paints what the first cell became, in this lane only, and skips no cell")
    void dragPaints() {
        story(() -> on("clap").press(x(1), 20).drag(x(2), 22).drag(x(4), 90).release(x(4), 90));
        assertEquals("xxxxx-------x---", signs("clap"));
        assertEquals("x---x---x---x---", signs("kick"));
        story(() -> on("clap").press(x(2), 20).drag(x(4), 20).release(x(4), 20));
        assertEquals("x---x-------x---", signs("clap"));
        assertEquals(2, desk.edits.size());
    }

    @Test
    @DisplayName("a right drag erases")
    void rightDragErases() {
        story(() -> on("closed")
                .right()
                .press(x(1), 20)
                .drag(x(3), 20)
                .drag(x(6), 20)
                .release(x(6), 20));
        assertEquals("-------xxx-xxx-x", signs("closed"));
        assertEquals(1, desk.edits.size());
    }

    @Test
    @DisplayName("a drag up sets velocity, one a pixel, in one gesture; the way is fixed after four pixels")
    void dragSetsVelocity() {
        story(() -> on("bass").press(x(3), 40).drag(x(3), 34).drag(x(3) + 1, 24).release(x(3) + 1, 24));
        assertEquals(110, step("bass", 3).velocity());
        assertTrue(step("bass", 3).on());
        assertEquals(1, desk.edits.size());
    }

    @Test
    @DisplayName("then sideways sets the neighbours that are on, and no other")
    void velocityOfNeighbours() {
        story(() -> on("bass")
                .press(x(6), 40)
                .drag(x(6), 34)
                .drag(x(6), 24)
                .drag(x(8), 24)
                .release(x(8), 24));
        assertEquals(110, step("bass", 6).velocity());
        assertEquals(110, step("bass", 7).velocity());
        assertEquals(100, step("bass", 8).velocity());
        assertFalse(step("bass", 8).on());
    }

    @Test
    @DisplayName("Shift makes a velocity drag fine")
    void shiftIsFine() {
        story(() -> on("bass").holding().press(x(3), 40).drag(x(3), 34));
        story(() ->
                on("bass").holding(KeyCode.SHIFT).drag(x(3), 34).drag(x(3), 14).release(x(3), 14));
        assertEquals(105, step("bass", 3).velocity());
    }

    @Test
    @DisplayName("the lane's end drags; content beyond it is kept")
    void laneEnd() {
        story(() -> {
            double end = x(7) + 24;
            on("conga").press(end, 20).drag(x(5) + 26, 20).release(x(5) + 26, 20);
        });
        assertEquals(5, lane("conga").length());
        assertTrue(step("conga", 6).on());
        assertEquals(1, desk.edits.size());
    }

    @Test
    @DisplayName("the lane's end drags beyond its page, and back, and the page with it turns")
    void laneEndBeyondThePage() {
        story(() -> {
            double end = x(16) + 20;
            on("kick").press(end, 20).drag(end + 20, 20).drag(770 + 48, 20).release(770 + 48, 20);
        });
        assertEquals(20, lane("kick").length());
        story(() -> {});
        story(() -> on("kick").press(x(4) + 24, 20).drag(20, 20).drag(-36, 20).release(-36, 20));
        assertEquals(13, lane("kick").length());
    }

    @Test
    @DisplayName("the wheel sideways turns pages; Ctrl and a wheel that does not move zooms nothing")
    void wheelSideways() {
        story(() -> {
            Mouse.wheel(cells("kick"), 0, KeyCode.CONTROL);
            Mouse.wheel(cells("kick"), -40, KeyCode.SHIFT);
            frame();
            click("stab", 2);
        });
        assertTrue(step("stab", 18).on(), "the second page of 16");
        story(() -> {
            Mouse.wheel(cells("kick"), 20, KeyCode.SHIFT);
            Mouse.wheel(cells("kick"), 20, KeyCode.SHIFT);
            frame();
            click("stab", 2);
        });
        assertTrue(step("stab", 2).on());
    }

    @Test
    @DisplayName("a cell beyond the lane's end is no step")
    void outlineIsNoStep() {
        story(() -> click("conga", 12));
        assertEquals(List.of(), desk.mutations());
    }

    @Test
    @DisplayName("somebody else's change during a drag is drawn and not said again")
    void remoteIsNotEchoed() {
        story(() -> on("clap").press(x(1), 20).drag(x(2), 20));
        story(() -> {
            desk.remote(Mutation.put(new OfStep(PatternSlot.A, FirstLight.id("clap"), 8), StepFields.ON, true));
            frame();
            on("clap").drag(x(3), 20).release(x(3), 20);
        });
        assertEquals(3, desk.mutations().size());
        assertEquals("xxx-x---x---x---", signs("clap"));
    }

    @Test
    @DisplayName("Shift and Ctrl clicks select; Delete clears what is selected")
    void selection() {
        story(() -> {
            click("closed", 1);
            on("closed").holding(KeyCode.SHIFT).click(x(4), 20);
            on("closed").holding(KeyCode.CONTROL).click(x(8), 20);
            frame();
            key(KeyCode.DELETE);
        });
        assertEquals("----xx--xx-xxx-x", signs("closed"));
    }

    @Test
    @DisplayName("the wheel over cells edits nothing; with Ctrl it zooms")
    void wheel() {
        story(() -> {
            Mouse.wheel(cells("kick"), 40);
            Mouse.wheel(cells("kick"), -40, KeyCode.CONTROL);
            frame();
            click("stab", 9);
            Mouse.wheel(cells("kick"), 40, KeyCode.CONTROL);
            frame();
        });
        assertEquals(1, desk.mutations().size());
        assertTrue(step("stab", 18).on(), "two bars are seen");
    }
}
