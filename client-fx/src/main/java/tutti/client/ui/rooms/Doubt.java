package tutti.client.ui.rooms;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tutti.client.ui.Rooms;
import tutti.client.ui.kit.Press;

/** In a room's place: whether a person means what they have asked, with the keyboard on the answer that is safe. */
final class Doubt {
    private Doubt() {}

    /** Who is in would be sent out. */
    static Node deleting(Rooms.Room room, Runnable yes, Runnable no) {
        String one = room.here() ? "You are" : "1 person is";
        String inside = room.people() == 1 ? one : room.people() + " people are";
        return of(inside + " in. Delete “" + Rooms.called(room.name()) + "”?", "Delete", yes, no);
    }

    /** There is no way back from it. */
    static Node purging(Rooms.Deleted room, Runnable yes, Runnable no) {
        String words = "“" + Rooms.called(room.name()) + "” cannot be brought back then.";
        return of(words, "Delete for ever", yes, no);
    }

    private static Node of(String words, String word, Runnable yes, Runnable no) {
        Label question = new Label(words);
        question.getStyleClass().add("medium");
        question.setWrapText(true);
        Press safe = Press.word("button-like", "Keep", "Keep it", no);
        safe.getStyleClass().add("safe");
        Press grave = Press.word("button-like", word, word, yes);
        grave.getStyleClass().add("grave");
        HBox answers = new HBox(safe, grave);
        answers.getStyleClass().add("ask");
        VBox box = new VBox(question, answers);
        box.getStyleClass().add("doubt");
        return box;
    }
}
