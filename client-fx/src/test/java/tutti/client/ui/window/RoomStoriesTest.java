package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Mouse;
import tutti.client.ui.Shared;
import tutti.client.ui.Snapshots;
import tutti.client.ui.Sync;
import tutti.edit.SessionFields;

@Tag("slow")
@DisplayName("The list of rooms")
class RoomStoriesTest extends WindowStory {
    private Node find(String words) {
        return window.content().getRoot().lookupAll(".press").stream()
                .filter(node -> words.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<MenuItem> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .toList();
    }

    private void choose(String more, String words) {
        story(() -> press(more));
        story(() -> menu().stream()
                .filter(item -> item.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .fire());
        story(() -> List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
    }

    @Test
    @DisplayName("copies, publishes and deletes a room from its menu")
    void menus() {
        choose("More for Slow burn", "Make a copy");
        choose("More for Slow burn", "Publish a frozen copy");
        choose("More for Slow burn", "Delete");
        assertEquals(List.of("copy b", "publish b", "delete b"), desk.asked);
    }

    @Test
    @DisplayName("keeps what was deleted within reach, to bring it back or to be rid of it for ever")
    void bin() {
        story(() -> press("Bring Half an idea back"));
        choose("More for Half an idea", "Delete for ever");
        assertEquals(List.of("bring back d", "purge d"), desk.asked);
    }

    @Test
    @DisplayName("can be used by the keyboard alone")
    void keyboard() {
        story(() -> {
            Node back = find("Bring Half an idea back");
            assertTrue(back.isFocusTraversable());
            back.requestFocus();
            Mouse.key(back, KeyCode.ENTER);
        });
        story(() -> {
            Node more = find("More for Slow burn");
            more.requestFocus();
            Mouse.key(more, KeyCode.ENTER);
        });
        assertEquals(3, menu().size());
        assertEquals(List.of("bring back d"), desk.asked);
    }

    @Test
    @DisplayName("is asked for again when another room is open, or the server is back, while it is seen")
    void again() {
        story(() -> link(Sync.Link.CONNECTING));
        story(() -> link(Sync.Link.CONNECTED));
        assertEquals(List.of(), desk.asked);
        story(() -> press("Rooms"));
        desk.asked.clear();
        story(() -> link(Sync.Link.CONNECTING));
        story(() -> link(Sync.Link.CONNECTED));
        story(() -> press("People"));
        assertEquals(List.of("list "), desk.asked);
    }

    private void link(Sync.Link link) {
        desk.sync(new Sync(link, 0, 1, "", 0));
    }

    @Test
    @DisplayName("makes a copy of a published room, whose window says that it is frozen")
    void frozen() {
        story(() -> assertFalse(window.content().lookup(".frozen-line").isVisible()));
        story(() -> desk.newest.updateAndGet(RoomStoriesTest::published));
        story(() -> {
            assertTrue(window.content().lookup(".frozen-line").isVisible());
            press("Make a copy of this room and go there");
        });
        assertEquals(List.of("copy this"), desk.asked);
    }

    private static Shared published(Shared shared) {
        return Snapshots.SESSION.with(shared, SessionFields.FROZEN.with(shared.session(), true));
    }
}
