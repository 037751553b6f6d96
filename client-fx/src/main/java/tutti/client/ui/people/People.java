package tutti.client.ui.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tutti.client.ui.Cursor;
import tutti.client.ui.Desk;
import tutti.client.ui.Lenses;
import tutti.client.ui.Part;
import tutti.client.ui.Person;
import tutti.client.ui.View;
import tutti.client.ui.kit.Avatar;
import tutti.client.ui.kit.NameField;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Sheets;
import tutti.model.Track;

/** Who is in the room, and on what. A click on my own name renames me. */
public final class People implements Part {
    private static final int NAME = 40;
    private static final double FACE = 32;

    private final VBox root = new VBox();
    private final Map<String, Line> lines = new HashMap<>();
    private final NameField mine;
    private final Lenses lenses = new Lenses();
    private View view;

    /** One person's line. */
    private record Line(Person person, HBox box, Label about) {}

    /** @param start what is shown first */
    public People(Desk desk, View start) {
        view = start;
        mine = new NameField("my-name", 1, NAME, desk::rename);
        root.getStyleClass().add("people");
        root.getStylesheets().add(Sheets.of(People.class, "people.css"));
        lenses.add(v -> v.shared().people(), this::people)
                .add(v -> v.session().tracks(), t -> where())
                .add(View::focus, f -> where());
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void show(View now) {
        view = now;
        lenses.show(now);
    }

    private void people(List<Person> people) {
        Map<String, Line> old = new HashMap<>(lines);
        lines.clear();
        for (Person person : people) {
            Line line = old.get(person.id());
            boolean same = line != null && bare(line.person()).equals(bare(person));
            Line kept = same && line != null ? new Line(person, line.box(), line.about()) : line(person);
            lines.put(person.id(), kept);
        }
        List<Node> boxes = lines(people);
        if (!root.getChildren().equals(boxes)) {
            root.getChildren().setAll(boxes);
        }
        where();
    }

    private List<Node> lines(List<Person> people) {
        List<Node> boxes = new ArrayList<>();
        for (Person person : people) {
            Line line = lines.get(person.id());
            if (line != null) {
                boxes.add(line.box());
            }
        }
        return boxes;
    }

    /** Somebody without where they stand, which changes often. */
    private static Person bare(Person person) {
        return new Person(person.id(), person.name(), person.rgb(), person.me(), Optional.empty());
    }

    private Line line(Person person) {
        Color colour = Palette.rgb(person.rgb());
        Label about = new Label();
        about.getStyleClass().add("small");
        Node name = person.me() ? mine : name(person.name());
        if (person.me()) {
            mine.show(person.name());
            mine.setAlignment(Pos.CENTER_LEFT);
        }
        VBox words = new VBox(name, about);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(new Avatar(person.name(), colour, FACE), words);
        box.getStyleClass().add("person");
        box.setAlignment(Pos.CENTER_LEFT);
        return new Line(person, box, about);
    }

    private static Label name(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("medium");
        return label;
    }

    private void where() {
        lines.values().forEach(line -> line.about().setText(about(line.person())));
    }

    private String about(Person person) {
        Optional<Cursor> at = person.me() ? view.focus().cursor() : person.at();
        String place = at.map(this::place).orElse("just looking");
        return person.me() ? "you, " + place : place;
    }

    private String place(Cursor at) {
        String track = view.session().tracks().get(at.track()).map(Track::name).orElse("a deleted track");
        return "on " + track + ", step " + (at.step() + 1) + " in " + at.pattern();
    }
}
