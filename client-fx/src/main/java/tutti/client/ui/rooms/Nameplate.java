package tutti.client.ui.rooms;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tutti.client.ui.Rooms;

/** What a room is called, what it is a copy of, and who is in. Words that are too long give way, who is in does not. */
final class Nameplate {
    private Nameplate() {}

    static Node of(Rooms.Room room) {
        VBox words = new VBox(label(Rooms.called(room.name()), "medium"));
        room.note().ifPresent(note -> words.getChildren().add(label(note, "small")));
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label about = label(about(room), "small");
        about.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(words, about);
        line.getStyleClass().add("nameplate");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    private static String about(Rooms.Room room) {
        if (room.here()) {
            return "you are here";
        }
        String people = room.people() == 1 ? "1 person" : room.people() + " people";
        String nobody = room.old() ? "not opened" : room.published() ? "published" : "nobody in";
        return room.people() == 0 ? nobody : people;
    }
}
