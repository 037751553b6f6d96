// long: every story of one panel, told with one window
package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Mouse;
import tutti.client.ui.Rooms;
import tutti.client.ui.Shared;
import tutti.client.ui.Snapshots;
import tutti.client.ui.Sync;
import tutti.edit.SessionFields;
import tutti.model.Limits;

@Tag("slow")
@DisplayName("The list of rooms")
class RoomStoriesTest extends WindowStory {
    @AfterEach
    void leave() {
        story(() -> {
            field("host or host:port").clear();
            press("People");
        });
    }

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
        choose("More for Eleven doors", "Delete");
        assertEquals(List.of("copy b", "publish b", "delete c"), desk.asked);
    }

    @Test
    @DisplayName("says who is in before it deletes a room, and the answer under the keyboard is to keep it")
    void peopleAreIn() {
        story(() -> press("Rooms"));
        String full = desk.newest.get().rooms().list().stream()
                .filter(room -> room.people() > 1)
                .findFirst()
                .orElseThrow()
                .name();
        choose("More for " + full, "Delete");
        story(() -> assertTrue(reads("people are in. Delete “" + full + "”?")));
        story(() -> key(KeyCode.ENTER));
        assertEquals(List.of(), deleted());
        story(() -> assertFalse(reads("people are in.")));
        choose("More for " + full, "Delete");
        story(() -> press("Delete"));
        assertEquals(List.of("delete a"), deleted());
    }

    private List<String> deleted() {
        return desk.asked.stream().filter(asked -> asked.startsWith("delete ")).toList();
    }

    private boolean reads(String words) {
        return window.content().getRoot().lookupAll(".room-list .label").stream()
                .filter(Node::isVisible)
                .anyMatch(label -> ((Labeled) label).getText().contains(words));
    }

    private TextInputControl field(String prompt) {
        return window.content().getRoot().lookupAll(".room-list .text-field").stream()
                .map(TextInputControl.class::cast)
                .filter(field -> field.getPromptText().equals(prompt))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("lists another computer's rooms, or says that it looks, and then what it found or why not")
    void join() {
        story(() -> press("Rooms"));
        desk.asked.clear();
        story(() -> {
            TextInputControl field = field("host or host:port");
            field.requestFocus();
            field.setText(" 192.0.2.7 ");
            Mouse.key(field, KeyCode.ENTER);
        });
        assertEquals(List.of("list 192.0.2.7"), desk.asked);
        story(() -> rooms(desk.newest.get().rooms().looking("192.0.2.7")));
        story(() -> {
            assertTrue(reads("Looking …"));
            assertTrue(reads("On 192.0.2.7"));
        });
        story(() -> rooms(new Rooms("192.0.2.7", List.of(), List.of(), "No server answers")));
        story(() -> {
            assertTrue(reads("No server answers"));
            assertFalse(reads("No rooms yet"));
            assertFalse(reads("Looking …"));
        });
        story(() -> rooms(new Rooms("192.0.2.7", List.of(), List.of(), "")));
        story(() -> assertTrue(reads("No rooms yet")));
    }

    @Test
    @DisplayName("says under a copy's name what it is a copy of, cut where it is long, and its place in the tip")
    void copies() {
        Rooms.Source source = new Rooms.Source("Basement Tuesday with everybody who ever came along", 1_542);
        Rooms.Room copy = new Rooms.Room("e", "Late night", 12, false, false, Optional.of(source));
        Rooms.Room plain = new Rooms.Room("f", "Slow burn", 0, false, false);
        story(() -> {
            press("Rooms");
            rooms(new Rooms("", List.of(copy, plain), List.of(), ""));
        });
        story(() -> {
            assertTrue(reads("Copy of Basement Tuesday with everybody who ever came along"));
            Node open = find("Open Late night");
            assertEquals(
                    "Copy of “Basement Tuesday with everybody who ever came along”, as it was after edit 1,542",
                    open.getAccessibleHelp());
            double end = inScene(window.content().lookup(".room-list")).getMaxX();
            open.lookupAll(".label").forEach(label -> assertTrue(inScene(label).getMaxX() <= end, label::toString));
            assertEquals(List.of("12 people"), whole(open));
            assertEquals(List.of("Slow burn", "nobody in"), whole(find("Open Slow burn")));
        });
    }

    @Test
    @DisplayName("says of an old record that nobody opened it yet, and opens it like any other")
    void old() {
        Rooms.Room waiting = new Rooms.Room("g", "Warehouse, 124", 0, false, false, Optional.empty(), true);
        story(() -> {
            press("Rooms");
            rooms(new Rooms("", List.of(waiting), List.of(), ""));
        });
        story(() -> {
            assertEquals(
                    List.of("Warehouse, 124", "From an older program", "not opened"),
                    whole(find("Open Warehouse, 124")));
            press("Open Warehouse, 124");
        });
        assertTrue(desk.asked.contains("open g"), desk.asked.toString());
        assertEquals(Optional.empty(), new Rooms.Room("g", "", 0, false, false).note());
    }

    /** What is not the title of a copy and can be read whole. */
    private static List<String> whole(Node open) {
        return open.lookupAll(".label").stream()
                .map(Labeled.class::cast)
                .filter(label -> !label.getText().startsWith("Copy of")
                        && !label.getText().equals("Late night"))
                .filter(label -> label.getWidth() + 1 >= Math.floor(label.prefWidth(-1)))
                .map(Labeled::getText)
                .toList();
    }

    @Test
    @DisplayName("starts a room of a name that fits, and gives the keyboard back: space plays")
    void start() {
        story(() -> press("Rooms"));
        desk.asked.clear();
        story(() -> {
            TextInputControl field = field("name of the room");
            field.requestFocus();
            field.setText("Sunday");
            field.insertText(0, "x".repeat(Limits.NAME));
            assertEquals("Sunday", field.getText());
            Mouse.key(field, KeyCode.ENTER);
        });
        story(() -> key(KeyCode.SPACE));
        assertEquals(List.of("start Sunday", "play"), desk.asked);
    }

    @Test
    @DisplayName("gives the keyboard back at Esc")
    void escape() {
        story(() -> press("Rooms"));
        desk.asked.clear();
        story(() -> {
            field("name of the room").requestFocus();
            key(KeyCode.ESCAPE);
            key(KeyCode.SPACE);
        });
        assertEquals(List.of("play"), desk.asked);
    }

    @Test
    @DisplayName("can be shut by the mouse where it is a drawer")
    void drawer() {
        Node cross = window.content().getRoot().lookupAll(".press").stream()
                .filter(node -> "Shut this (Esc)".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        story(() -> assertFalse(cross.isVisible()));
        robot.interact(() -> stage.setWidth(1_000));
        story(() -> press("Rooms"));
        story(() -> assertTrue(cross.isVisible()));
        story(() -> press("Shut this (Esc)"));
        story(() -> assertFalse(window.content().lookup(".side").isVisible()));
        robot.interact(() -> stage.setWidth(1_280));
    }

    private void rooms(Rooms rooms) {
        desk.change(s -> new Shared(
                s.session(),
                s.sync(),
                s.undoing(),
                s.people(),
                s.transport(),
                s.ears(),
                rooms,
                s.catalogue(),
                s.notices(),
                s.marks(),
                s.levels(),
                s.past()));
    }

    @Test
    @DisplayName("says why the server is away, in the line and whole in its tip")
    void why() {
        story(() -> desk.sync(new Sync(Sync.Link.LOST, 0, 1, "", 0, "no server answers at 192.0.2.7")));
        story(() -> {
            Labeled line = (Labeled) window.content().getRoot().lookup(".together .label");
            assertEquals("Server away, trying again: no server answers at 192.0.2.7", line.getText());
        });
    }

    @Test
    @DisplayName("keeps what was deleted within reach, to bring it back or to be rid of it for ever")
    void bin() {
        story(() -> press("Bring Half an idea back"));
        choose("More for Half an idea", "Delete for ever …");
        assertEquals(List.of("bring back d"), desk.asked);
        story(() -> press("Keep it"));
        choose("More for Half an idea", "Delete for ever …");
        story(() -> press("Delete for ever"));
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
        desk.sync(new Sync(link, 0, 1, "", 0, ""));
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
