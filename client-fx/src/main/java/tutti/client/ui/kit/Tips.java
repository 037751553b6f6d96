package tutti.client.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** A word about a thing, after a moment of pointing at it. */
public final class Tips {
    private static final Duration WAIT = Duration.millis(600);

    private Tips() {}

    /** Puts the tip on the node in place of an older one. */
    public static void put(Node node, String words) {
        Tooltip tip = new Tooltip(words);
        tip.setShowDelay(WAIT);
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        Tooltip.install(node, tip);
    }
}
