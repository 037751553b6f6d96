package tutti.client.ui.kit;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** A person: a ring in their colour around their initials. People's colours ring and label, they never fill. */
public final class Avatar extends StackPane {
    /** @param size outer width in pixels, at least 22 */
    public Avatar(String name, Color colour, double size) {
        getStyleClass().add("avatar");
        Circle ring = new Circle(size / 2 - 1.25);
        ring.getStyleClass().add("avatar-ring");
        ring.setStroke(colour);
        getChildren().addAll(ring, new Label(initials(name)));
        setMinSize(size, size);
        setMaxSize(size, size);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(name);
        Tips.put(this, name);
    }

    /** Two letters for a name: of its first two words, or the first two of its one word; "?" without letters. */
    public static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String letters = words.length > 1 ? first(words[0], 1) + first(words[1], 1) : first(words[0], 2);
        return letters.isEmpty() ? "?" : letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word, int count) {
        int end = Math.min(count, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, end));
    }
}
