package tutti.client.ui.kit;

import javafx.animation.FadeTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/** Draws the eye to something that is there anyway. FX thread. */
public final class Blink {
    private static final Duration LONG = Duration.millis(260);
    private static final double FAINT = 0.2;

    private Blink() {}

    /** Once. */
    public static void at(Node node) {
        FadeTransition blink = new FadeTransition(LONG, node);
        blink.setFromValue(FAINT);
        blink.setToValue(1);
        blink.play();
    }
}
