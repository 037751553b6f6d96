package tutti.client.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/** Inter for words, JetBrains Mono for numbers; both shipped (OFL, licences beside the files). */
public final class Fonts {
    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "JetBrainsMono-Medium.ttf",
            "JetBrainsMono-SemiBold.ttf");

    private Fonts() {}

    /** Makes the families known to JavaFX; again is harmless. */
    public static void load() {
        if (!Font.getFamilies().contains("JetBrains Mono SemiBold")) {
            FILES.forEach(Fonts::load);
        }
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            Font.loadFont(Objects.requireNonNull(in, file), 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers on a cell; {@code size} in pixels, never under 11. */
    public static Font number(double size) {
        return Font.font("JetBrains Mono SemiBold", size);
    }
}
