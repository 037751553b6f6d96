package tutti.client.ui.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tutti.client.ui.Desk;
import tutti.client.ui.Lenses;
import tutti.client.ui.Part;
import tutti.client.ui.Rooms;
import tutti.client.ui.Sync;
import tutti.client.ui.View;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.Item;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Tips;
import tutti.model.Limits;

/** Rooms to go to: those of this machine or of an address, and a new one. */
public final class RoomList implements Part {
    private final Desk desk;
    private final VBox root = new VBox();
    private final Label title = new Label();
    private final Label problem = new Label();
    private final VBox list = new VBox();
    private final VBox bin = new VBox();
    private final ContextMenu menu = new ContextMenu();
    private final TextField address = new TextField();
    private final TextField name = new TextField();
    private final Lenses lenses = new Lenses();
    private final Runnable back;
    private Rooms shown = Rooms.NONE;
    /** The room of which a person is being asked whether they mean it. */
    private Optional<String> doubted = Optional.empty();

    /** @param back gives the keyboard to what it was taken from */
    public RoomList(Desk desk, Runnable back) {
        this.desk = desk;
        this.back = back;
        root.getStyleClass().add("room-list");
        root.getStylesheets().add(Sheets.of(RoomList.class, "rooms.css"));
        title.getStyleClass().add("small");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        list.getStyleClass().add("list");
        bin.getStyleClass().addAll("list", "bin");
        ScrollPane scroll = new ScrollPane(new VBox(list, bin));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(joining(), problem, title, scroll, starting());
        lenses.add(v -> v.shared().rooms(), this::draw)
                .add(v -> v.shared().sync().link(), this::linked);
    }

    private Node joining() {
        address.setPromptText("host or host:port");
        address.setOnAction(e -> list());
        leaving(address);
        return line("Join another computer", address, Press.word("button-like", "List", "List its rooms", this::list));
    }

    private Node starting() {
        name.setPromptText("name of the room");
        name.setOnAction(e -> start());
        name.setTextFormatter(new TextFormatter<>(c -> c.getControlNewText().length() <= Limits.NAME ? c : null));
        leaving(name);
        return line("Start a room here", name, Press.word("button-like", "Start", "Start a room", this::start));
    }

    private void leaving(TextField field) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                back.run();
                e.consume();
            }
        });
    }

    private static Node line(String words, TextField field, Press press) {
        Label label = new Label(words);
        label.getStyleClass().add("medium");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(field, press);
        line.getStyleClass().add("ask");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(label, line);
        box.getStyleClass().add("block");
        return box;
    }

    /** Puts the keyboard where a new room gets its name. */
    public void nameNew() {
        name.requestFocus();
    }

    /** Asks for the rooms of the address that stands in the field. */
    public void list() {
        String typed = address.getText().strip();
        desk.list(typed.isEmpty() ? shown.server() : typed);
    }

    /** In another room, or with a server that was away: who is where is another thing now. */
    private void linked(Sync.Link link) {
        if (link == Sync.Link.CONNECTED
                && root.isVisible()
                && !list.getChildren().isEmpty()) {
            list();
        }
    }

    private void start() {
        desk.start(name.getText().strip());
        name.clear();
        back.run();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void show(View view) {
        lenses.show(view);
    }

    private void draw(Rooms rooms) {
        shown = rooms;
        title.setText(rooms.server().isEmpty() ? "On this computer" : "On " + rooms.server());
        problem.setText(rooms.problem());
        problem.setVisible(!rooms.problem().isEmpty());
        problem.setManaged(!rooms.problem().isEmpty());
        List<Node> lines = new ArrayList<>();
        rooms.list().forEach(room -> lines.add(doubted(room.id()) ? doubtful(room) : room(room)));
        if (lines.isEmpty() && rooms.problem().isEmpty()) {
            Label none = new Label(rooms.looking() ? "Looking …" : "No rooms yet");
            none.getStyleClass().add("small");
            lines.add(none);
        }
        list.getChildren().setAll(lines);
        draw(rooms.bin());
    }

    private boolean doubted(String room) {
        return doubted.filter(room::equals).isPresent();
    }

    /** Asks, in the place of that room, whether a person means it; of one room at a time. */
    private void doubt(Optional<String> room) {
        doubted = room;
        draw(shown);
        Node safe = root.lookup(".safe");
        if (safe != null) {
            safe.requestFocus();
        } else {
            back.run();
        }
    }

    private Node doubtful(Rooms.Room room) {
        return Doubt.deleting(room, () -> settled(() -> desk.delete(room.id())), () -> doubt(Optional.empty()));
    }

    private Node doubtful(Rooms.Deleted room) {
        return Doubt.purging(room, () -> settled(() -> desk.purge(room.id())), () -> doubt(Optional.empty()));
    }

    private void settled(Runnable act) {
        act.run();
        doubt(Optional.empty());
    }

    private void draw(List<Rooms.Deleted> deleted) {
        Label heading = new Label("Recently deleted");
        heading.getStyleClass().add("small");
        List<Node> lines = new ArrayList<>(List.of(heading));
        deleted.forEach(room -> lines.add(doubted(room.id()) ? doubtful(room) : deleted(room)));
        bin.getChildren().setAll(lines);
        bin.setVisible(!deleted.isEmpty());
        bin.setManaged(!deleted.isEmpty());
    }

    private Node room(Rooms.Room room) {
        Press open = opening(room);
        HBox.setHgrow(open, Priority.ALWAYS);
        Node more = more(
                Rooms.called(room.name()),
                Item.of("Make a copy", () -> desk.copy(room.id())),
                Item.of("Publish a frozen copy", () -> desk.publish(room.id())),
                Item.of("Delete", () -> delete(room)));
        HBox line = new HBox(open, more);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** A room that nobody is in can be brought back as it was; who is in would be sent out. */
    private void delete(Rooms.Room room) {
        if (room.people() > 0) {
            doubt(Optional.of(room.id()));
        } else {
            desk.delete(room.id());
        }
    }

    private Node deleted(Rooms.Deleted room) {
        Label name = new Label(Rooms.called(room.name()));
        name.getStyleClass().add("medium");
        name.setMinWidth(0);
        Label about = new Label(room.days() == 1 ? "for 1 more day" : "for " + room.days() + " more days");
        about.getStyleClass().add("small");
        VBox words = new VBox(name, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Press back = Press.word(
                "button-like",
                "Bring back",
                "Bring " + Rooms.called(room.name()) + " back",
                () -> desk.bringBack(room.id()));
        Node more = more(Rooms.called(room.name()), Item.of("Delete for ever …", () -> doubt(Optional.of(room.id()))));
        HBox line = new HBox(words, back, more);
        line.getStyleClass().add("deleted");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** A button with a menu of what else can be done with a room. */
    private Node more(String name, MenuItem... items) {
        HBox place = new HBox();
        place.getChildren().add(Press.icon("room-more", Icon.DOTS, "More for " + name, () -> open(place, items)));
        return place;
    }

    private void open(Node on, MenuItem... items) {
        menu.getItems().setAll(items);
        menu.show(on, Side.BOTTOM, 0, 0);
    }

    private Press opening(Rooms.Room room) {
        Press press = new Press("room", Nameplate.of(room), "Open " + Rooms.called(room.name()), () -> open(room));
        press.show(room.here());
        room.help().ifPresent(help -> {
            press.setAccessibleHelp(help);
            Tips.put(press, help);
        });
        return press;
    }

    private void open(Rooms.Room room) {
        if (!room.here()) {
            desk.open(room.id());
        }
    }
}
