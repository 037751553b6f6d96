package tutti.client.ui.rooms;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tutti.client.ui.Desk;
import tutti.client.ui.Lenses;
import tutti.client.ui.Part;
import tutti.client.ui.Rooms;
import tutti.client.ui.View;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;

/** Rooms to go to: those of this machine or of an address, and a new one. */
public final class RoomList implements Part {
    private final Desk desk;
    private final VBox root = new VBox();
    private final Label title = new Label();
    private final Label problem = new Label();
    private final VBox list = new VBox();
    private final TextField address = new TextField();
    private final TextField name = new TextField();
    private final Lenses lenses = new Lenses();
    private String server = "";

    public RoomList(Desk desk) {
        this.desk = desk;
        root.getStyleClass().add("room-list");
        root.getStylesheets().add(Sheets.of(RoomList.class, "rooms.css"));
        title.getStyleClass().add("small");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        list.getStyleClass().add("list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(joining(), problem, title, scroll, starting());
        lenses.add(v -> v.shared().rooms(), this::draw);
    }

    private Node joining() {
        address.setPromptText("host or host:port");
        address.setOnAction(e -> list());
        return line("Join another computer", address, Press.word("button-like", "List", "List its rooms", this::list));
    }

    private Node starting() {
        name.setPromptText("name of the room");
        name.setOnAction(e -> start());
        return line("Start a room here", name, Press.word("button-like", "Start", "Start a room", this::start));
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
        desk.list(typed.isEmpty() ? server : typed);
    }

    private void start() {
        desk.start(name.getText().strip());
        name.clear();
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
        server = rooms.server();
        title.setText(rooms.server().isEmpty() ? "On this computer" : "On " + rooms.server());
        problem.setText(rooms.problem());
        problem.setVisible(!rooms.problem().isEmpty());
        problem.setManaged(!rooms.problem().isEmpty());
        List<Node> lines = new ArrayList<>();
        rooms.list().forEach(room -> lines.add(room(room)));
        if (lines.isEmpty()) {
            Label none = new Label("No rooms yet");
            none.getStyleClass().add("small");
            lines.add(none);
        }
        list.getChildren().setAll(lines);
    }

    private Press room(Rooms.Room room) {
        Label words = new Label(room.name().isBlank() ? "Nameless room" : room.name());
        words.getStyleClass().add("medium");
        words.setMinWidth(0);
        Label about = new Label(about(room));
        about.getStyleClass().add("small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(words, space, about);
        line.setAlignment(Pos.CENTER_LEFT);
        Press press = new Press("room", line, "Open " + room.name(), () -> open(room));
        press.show(room.here());
        return press;
    }

    private void open(Rooms.Room room) {
        if (!room.here()) {
            desk.open(room.id());
        }
    }

    private static String about(Rooms.Room room) {
        String people = room.people() == 1 ? "1 person" : room.people() + " people";
        return room.here() ? "you are here" : room.people() == 0 ? "nobody in" : people;
    }
}
