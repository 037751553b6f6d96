package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Mouse;
import tutti.edit.Place.OfSession;
import tutti.model.Step;

@Tag("slow")
@DisplayName("The keyboard")
class KeyStoriesTest extends WindowStory {
    private String words() {
        return window.content().lookup(".rover").getAccessibleText();
    }

    @Test
    @DisplayName("arrows walk over cells and beats, and a screen reader hears where they are")
    void arrows() {
        story(() -> {
            stand("kick", 1);
            key(KeyCode.RIGHT);
            key(KeyCode.RIGHT, KeyCode.CONTROL);
            key(KeyCode.DOWN);
        });
        assertEquals("Clap, step 5 of 16, on, velocity 100", words());
        story(() -> key(KeyCode.END));
        assertEquals("Clap, step 16 of 16, off", words());
        story(() -> key(KeyCode.HOME));
        assertEquals("Clap, step 1 of 16, off", words());
        story(() -> key(KeyCode.UP));
        story(() -> key(KeyCode.UP));
        assertEquals("Kick, step 1 of 16, on, velocity 120", words());
    }

    @Test
    @DisplayName("Enter toggles, A accents, G makes a ghost of velocity 44, plus and minus are a notch")
    void steps() {
        story(() -> {
            stand("bass", 2);
            key(KeyCode.ENTER);
            key(KeyCode.A);
        });
        assertTrue(step("bass", 2).on() && step("bass", 2).accent());
        story(() -> key(KeyCode.G));
        assertEquals(44, step("bass", 2).velocity());
        story(() -> type("+"));
        assertEquals(49, step("bass", 2).velocity());
        story(() -> key(KeyCode.ENTER));
        assertFalse(step("bass", 2).on());
    }

    @Test
    @DisplayName("Space is never a step: it plays and stops the room wherever the keyboard is")
    void space() {
        story(() -> {
            stand("bass", 2);
            key(KeyCode.SPACE);
        });
        story(() -> {
            window.content().lookup(".play").requestFocus();
            key(KeyCode.SPACE);
        });
        assertEquals(
                List.of("play", "stop"),
                desk.asked.stream().filter(a -> a.matches("play|stop")).toList());
        assertEquals(List.of(), desk.mutations());
        story(() -> key(KeyCode.SPACE, KeyCode.SHIFT));
        assertTrue(desk.newest.get().ears().silent());
    }

    @Test
    @DisplayName("copy and paste carry all fields; repeat puts it right after and goes there")
    void copyPaste() {
        story(() -> {
            stand("closed", 16);
            key(KeyCode.C, KeyCode.CONTROL);
            stand("rim", 2);
            key(KeyCode.V, KeyCode.CONTROL);
        });
        assertEquals(step("closed", 16), step("rim", 2));
        story(() -> {
            stand("kick", 1);
            key(KeyCode.RIGHT, KeyCode.SHIFT);
            key(KeyCode.D, KeyCode.CONTROL);
            key(KeyCode.D, KeyCode.CONTROL);
        });
        assertEquals("x-x-x---x---x---", signs("kick"));
    }

    @Test
    @DisplayName("cut leaves silence behind")
    void cut() {
        story(() -> {
            stand("kick", 1);
            key(KeyCode.X, KeyCode.CONTROL);
            stand("kick", 3);
            key(KeyCode.V, KeyCode.CONTROL);
        });
        assertEquals("--x-x---x---x---", signs("kick"));
    }

    @Test
    @DisplayName("Ctrl A selects the lane, then the pattern; Delete clears it, undo brings it back")
    void all() {
        story(() -> {
            stand("kick", 1);
            key(KeyCode.A, KeyCode.CONTROL);
            key(KeyCode.DELETE);
        });
        assertEquals("----------------", signs("kick"));
        story(() -> key(KeyCode.Z, KeyCode.CONTROL));
        assertEquals("x---x---x---x---", signs("kick"));
        story(() -> key(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT));
        assertEquals("----------------", signs("kick"));
    }

    @Test
    @DisplayName("M mutes for the room, Shift M and S only for me")
    void mutes() {
        story(() -> {
            stand("kick", 1);
            key(KeyCode.M);
            key(KeyCode.M, KeyCode.SHIFT);
            key(KeyCode.S);
        });
        assertTrue(
                desk.session().tracks().get(FirstLight.id("kick")).orElseThrow().mute());
        assertEquals(1, desk.mutations().size());
        assertEquals(Set.of(FirstLight.id("kick")), desk.newest.get().ears().solo());
        assertEquals(Set.of(FirstLight.id("kick")), desk.newest.get().ears().mute());
    }

    @Test
    @DisplayName("brackets move the lane's end, braces halve it and double it with a copy")
    void lanes() {
        story(() -> {
            stand("conga", 1);
            type("]");
        });
        assertEquals(8, lane("conga").length());
        story(() -> type("}"));
        assertEquals("x--x-x--x--x-x--", signs("conga"));
        story(() -> type("{"));
        assertEquals(8, lane("conga").length());
    }

    @Test
    @DisplayName("Ctrl Shift and arrows rotate the lane")
    void rotate() {
        story(() -> {
            stand("kick", 1);
            key(KeyCode.RIGHT, KeyCode.CONTROL, KeyCode.SHIFT);
        });
        assertEquals("-x---x---x---x--", signs("kick"));
        story(() -> key(KeyCode.LEFT, KeyCode.CONTROL, KeyCode.SHIFT));
        assertEquals("x---x---x---x---", signs("kick"));
    }

    @Test
    @DisplayName("what has no key stands in the lane's tools, in the dock and in the track's menu, each a gesture")
    void tools() {
        story(() -> stand("conga", 1));
        assertEquals("x--x-x-", signs("conga"));
        assertEquals("-x-x--x", afterTool("Reverse"));
        assertEquals("-x-x-x-", afterTool("Mirror the first half"));
        assertEquals("x--x-x-", afterTool("Spread the hits evenly"));
        assertEquals("-------", afterTool("Clear the lane"));
        assertEquals(4, desk.edits.size());
        story(() -> {
            key(KeyCode.CONTEXT_MENU);
            choose("Track", "Lane tools", "Twice as long, with a copy");
        });
        assertEquals(14, lane("conga").length());
    }

    private String afterTool(String words) {
        story(() -> {
            press("Rotate, reverse, spread, double … the lane as a whole");
            choose(words);
        });
        return signs("conga");
    }

    @Test
    @DisplayName("letters and Space belong to a name while it is written")
    void names() {
        story(() -> {
            Node head = window.content().lookup("#head-kick .name > .label");
            Mouse.on(head).doubleClick(4, 4);
            frame();
            key(KeyCode.SPACE);
            key(KeyCode.M);
            key(KeyCode.ESCAPE);
        });
        assertEquals(List.of(), desk.mutations());
        assertFalse(desk.asked.contains("play"));
    }

    @Test
    @DisplayName("the question mark opens the sheet, Esc closes it")
    void sheet() {
        story(() -> type("?"));
        assertTrue(window.content().lookup(".sheet").isVisible());
        story(() -> key(KeyCode.ESCAPE));
        assertFalse(window.content().lookup(".sheet").isVisible());
        assertTrue(window.content().lookup(".rover").isFocused());
    }

    private void hold(KeyCode code, String sign, int times) {
        Mouse.hold(window.content().getFocusOwner(), code, sign, times, this::frame);
        frame();
    }

    @Test
    @DisplayName("a key that is held acts once; arrows, plus and minus, and brackets go on")
    void held() {
        story(() -> {
            stand("kick", 1);
            hold(KeyCode.SPACE, " ", 5);
            hold(KeyCode.T, "t", 9);
            hold(KeyCode.M, "m", 4);
            hold(KeyCode.ENTER, "\r", 4);
            hold(KeyCode.A, "a", 4);
            hold(KeyCode.S, "s", 4);
        });
        assertEquals(12_200, desk.session().tempo());
        assertTrue(
                desk.session().tracks().get(FirstLight.id("kick")).orElseThrow().mute());
        assertTrue(desk.newest.get().transport().playing());
        assertTrue(step("kick", 1).on() && step("kick", 1).accent());
        assertEquals(Set.of(FirstLight.id("kick")), desk.newest.get().ears().solo());
        story(() -> hold(KeyCode.RIGHT, "", 3));
        assertEquals(3, window.focus().step());
        story(() -> hold(KeyCode.CLOSE_BRACKET, "]", 3));
        assertEquals(19, lane("kick").length());
    }

    @Test
    @DisplayName("the fourth T sets the tempo, and not the third")
    void tap() {
        story(() -> type("ttt"));
        assertEquals(List.of(), desk.mutations());
        story(() -> type("t"));
        assertEquals(new OfSession(), desk.mutations().getFirst().place());
        assertEquals(1, desk.mutations().size());
    }

    @Test
    @DisplayName("page up and down go on by what the window shows, and stay in the lane")
    void pages() {
        story(() -> {
            stand("kick", 3);
            type("}");
            key(KeyCode.PAGE_DOWN);
        });
        assertEquals("Kick, step 19 of 32, off", words());
        story(() -> key(KeyCode.PAGE_DOWN));
        assertEquals("Kick, step 32 of 32, off", words());
        story(() -> key(KeyCode.PAGE_UP));
        assertEquals("Kick, step 16 of 32, off", words());
    }

    @Test
    @DisplayName("Delete puts a step off, Delete again makes it what it was before anybody touched it")
    void deleteTwice() {
        story(() -> {
            stand("closed", 16);
            key(KeyCode.DELETE);
        });
        assertEquals(3, step("closed", 16).ratchet());
        assertFalse(step("closed", 16).on());
        story(() -> key(KeyCode.DELETE));
        assertEquals(Step.BLANK, step("closed", 16));
    }
}
