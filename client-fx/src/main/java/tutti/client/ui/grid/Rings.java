package tutti.client.ui.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import tutti.client.ui.Cursor;
import tutti.client.ui.Person;
import tutti.client.ui.kit.Avatar;
import tutti.client.ui.kit.Palette;

/**
 * Where the others stand: a ring with initials that shrinks to a corner flag after 2 s, so that it covers nobody's
 * cell.
 */
final class Rings {
    private static final PseudoClass RESTING = PseudoClass.getPseudoClass("resting");
    private static final long REST_NANOS = 2_000_000_000L;
    private static final double OUT = 3;

    private final Pane over;
    private final Function<Cursor, Optional<Bounds>> cell;
    private final Map<String, Ring> rings = new HashMap<>();

    /** @param cell the bounds in {@code over} of the cell under a cursor, if it is seen */
    Rings(Pane over, Function<Cursor, Optional<Bounds>> cell) {
        this.over = over;
        this.cell = cell;
    }

    private static final class Ring extends StackPane {
        private Optional<Cursor> at = Optional.empty();
        private Optional<Long> since = Optional.empty();
        private Optional<Person> worn = Optional.empty();

        Ring() {
            getStyleClass().add("person-ring");
            setAlignment(Pos.TOP_RIGHT);
            setMouseTransparent(true);
            setManaged(false);
        }

        void wear(Person person) {
            if (worn.filter(p -> p.name().equals(person.name()) && p.rgb() == person.rgb())
                    .isPresent()) {
                return;
            }
            worn = Optional.of(person);
            Label flag = new Label(Avatar.initials(person.name()));
            flag.getStyleClass().add("flag");
            getChildren().setAll(flag);
            setStyle("-t-person: " + Palette.hex(Palette.rgb(person.rgb())) + ";");
        }
    }

    /** Shows the people of the newest view. */
    void show(List<Person> people) {
        Map<String, Ring> gone = new HashMap<>(rings);
        for (Person person : people) {
            if (!person.me()) {
                Ring ring = rings.computeIfAbsent(person.id(), id -> add());
                gone.remove(person.id());
                ring.wear(person);
                if (!ring.at.equals(person.at())) {
                    ring.at = person.at();
                    ring.since = Optional.empty();
                }
            }
        }
        gone.forEach((id, ring) -> {
            rings.remove(id);
            over.getChildren().remove(ring);
        });
    }

    private Ring add() {
        Ring ring = new Ring();
        over.getChildren().add(ring);
        return ring;
    }

    /** Rings go where their cells are. */
    void place() {
        for (Ring ring : rings.values()) {
            Optional<Bounds> where = ring.at.flatMap(cell);
            ring.setVisible(where.isPresent());
            where.ifPresent(b -> ring.resizeRelocate(
                    b.getMinX() - OUT, b.getMinY() - OUT, b.getWidth() + 2 * OUT, b.getHeight() + 2 * OUT));
        }
    }

    /** One frame: rings follow, and rest after a while. */
    void pulse(long now) {
        place();
        for (Ring ring : rings.values()) {
            long since = ring.since.orElse(now);
            ring.since = Optional.of(since);
            ring.pseudoClassStateChanged(RESTING, now - since > REST_NANOS);
        }
    }
}
