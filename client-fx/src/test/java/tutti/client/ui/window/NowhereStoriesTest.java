package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Mouse;
import tutti.client.ui.Sync;

@Tag("slow")
@DisplayName("While no room is open")
class NowhereStoriesTest extends WindowStory {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    private void link(Sync.Link link) {
        desk.sync(new Sync(link, 0, 0, "", -1, ""));
        frame();
    }

    private Node find(String selector) {
        return window.content().lookup(selector);
    }

    private String written(String selector) {
        return ((Labeled) find(selector)).getText();
    }

    /** A try with each pair of hands: the grid's, the dock's, the bar's. */
    private void tryAll() {
        click("kick", 3);
        key(KeyCode.A);
        press("Add a track with the first free sound");
        press("4 dB louder (A)");
        Mouse.on(find(".numbers .number")).press(10, 100).drag(10, 60).release(10, 60);
        key(KeyCode.ESCAPE);
        find(".room-name").requestFocus();
        key(KeyCode.F2);
        ((TextField) find(".room-name .text-field")).setText("Attic");
        key(KeyCode.ENTER);
    }

    @Test
    @DisplayName("nothing can be changed by any hand, and bar and bottom line say why")
    void tied() {
        story(() -> {
            link(Sync.Link.NOWHERE);
            tryAll();
        });
        assertEquals(List.of(), desk.mutations());
        assertEquals("No room is open yet", written(".saved"));
        assertFalse(find(".saved").getPseudoClassStates().contains(AWAY), "nothing is wrong yet");
        assertEquals("Not in a room yet: nothing can be changed", written(".together .label"));
    }

    @Test
    @DisplayName("a drag that began in the last room does not go on in the next one")
    void dragEnds() {
        story(() -> {
            Mouse hand = on("kick");
            hand.press(x(2), 20);
            hand.drag(x(3), 20);
            link(Sync.Link.NOWHERE);
            hand.drag(x(4), 20);
            link(Sync.Link.CONNECTED);
            desk.edits.clear();
            hand.drag(x(7), 20);
            hand.release(x(8), 20);
        });
        assertEquals(List.of(), desk.mutations());
    }

    @Test
    @DisplayName("and once one is, all hands are free")
    void free() {
        story(() -> {
            link(Sync.Link.NOWHERE);
            click("kick", 3);
            link(Sync.Link.CONNECTED);
            click("kick", 3);
        });
        assertTrue(step("kick", 3).on());
        assertEquals(1, desk.edits.size());
        story(() -> link(Sync.Link.LOST));
        assertTrue(find(".saved").getPseudoClassStates().contains(AWAY));
    }
}
