package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Mouse;
import tutti.client.ui.Notice;
import tutti.client.ui.Snapshots;
import tutti.client.ui.Sync;
import tutti.client.ui.kit.Press;

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

    private String seen() {
        return find(".arrival").lookupAll(".label").stream()
                .filter(label -> label.isVisible() && label.getParent().isVisible())
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining(" | "));
    }

    @Test
    @DisplayName("the middle says so and where to go from there; in a room it says nothing")
    void nowhere() {
        story(() -> link(Sync.Link.NOWHERE));
        assertTrue(find(".arrival").isVisible());
        assertEquals("No room is open yet | Choose a room, or start a new one. | Choose a room", seen());
        story(() -> press("Choose a room or start one"));
        assertTrue(find(".room-list").isVisible());
        story(() -> link(Sync.Link.CONNECTED));
        assertFalse(find(".arrival").isVisible());
    }

    @Test
    @DisplayName("and one is being joined, bar, middle and bottom line say which, nothing moves that could be changed")
    void joining() {
        story(() -> {
            desk.sync(Sync.joining("192.0.2.7", "", "Joining “Attic”"));
            frame();
            tryAll();
        });
        assertEquals(List.of(), desk.mutations());
        assertEquals("Joining “Attic” …", written(".saved"));
        assertEquals("Joining “Attic” …", written(".together .label"));
        assertEquals("Joining “Attic” …", seen());
        assertTrue(find(".arrival .way").isVisible(), "it goes on");
        story(() -> {
            pass(9);
            frame();
        });
        assertTrue(seen().contains("longer than usual") && seen().endsWith("Choose a room"), seen());
        story(() -> desk.sync(Sync.joining("", "no server answers at 192.0.2.7", "Joining “Attic”")));
        assertTrue(seen().contains("No server answers at 192.0.2.7. Trying again by itself."), seen());
    }

    @Test
    @DisplayName("and it could not be joined, the middle says why and offers to try again, or to go elsewhere")
    void failed() {
        Notice notice = new Notice(-7, Notice.Tone.BAD, "no server answers at 192.0.2.7", Optional.of("Try again"));
        story(() -> {
            link(Sync.Link.NOWHERE);
            desk.change(s -> Snapshots.NOTICES.with(s, List.of(notice)));
        });
        assertEquals("No room could be opened | No server answers at 192.0.2.7. | Try again | Choose a room", seen());
        assertFalse(find(".arrival .way").isVisible());
        desk.asked.clear();
        story(() -> find(".arrival .answers").lookupAll(".press").stream()
                .findFirst()
                .ifPresent(button -> ((Press) button).press()));
        assertEquals(List.of("answer -7"), desk.asked);
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
