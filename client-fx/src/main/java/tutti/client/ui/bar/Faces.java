package tutti.client.ui.bar;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import tutti.client.ui.Person;
import tutti.client.ui.kit.Avatar;
import tutti.client.ui.kit.Palette;

/** Who is here, as rings. */
final class Faces extends HBox {
    private static final double SIZE = 30;

    private List<Person> people = List.of();
    private int most = 5;

    Faces() {
        getStyleClass().add("faces");
        setAlignment(Pos.CENTER_RIGHT);
    }

    void show(List<Person> now) {
        people = now;
        draw();
    }

    /** At most that many rings; the rest is a number. */
    void most(int count) {
        if (count != most) {
            most = count;
            draw();
        }
    }

    private void draw() {
        getChildren().clear();
        people.stream().limit(most).forEach(p -> getChildren().add(face(p)));
        if (people.size() > most) {
            Label more = new Label("+" + (people.size() - most));
            more.getStyleClass().add("small");
            getChildren().add(more);
        }
    }

    private static Avatar face(Person person) {
        Color colour = Palette.rgb(person.rgb());
        return new Avatar(person.name(), colour, SIZE);
    }
}
