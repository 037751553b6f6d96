package tutti.client.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.scene.Scene;

/** How the window looks. The base theme skins the stock controls; our sheet and tokens lie over it. */
public enum Theme {
    DARK,
    LIGHT;

    /** The colours of this theme. */
    public Palette palette() {
        return switch (this) {
            case DARK -> Palette.DARK;
            case LIGHT -> Palette.LIGHT;
        };
    }

    /** The other one. */
    public Theme other() {
        return switch (this) {
            case DARK -> LIGHT;
            case LIGHT -> DARK;
        };
    }

    /** Dresses a scene. FX thread. */
    public void dress(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(base());
        scene.getStylesheets().setAll(List.of(tokens(), Sheets.of(Theme.class, "tutti.css")));
        scene.setFill(palette().ground());
    }

    private String base() {
        return switch (this) {
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        };
    }

    private String tokens() {
        byte[] css = palette().css().getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
    }
}
