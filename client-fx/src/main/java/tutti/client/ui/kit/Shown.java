package tutti.client.ui.kit;

import javafx.scene.Node;

/** What is seen takes part in the layout, and what is not seen leaves no gap. */
public final class Shown {
    private Shown() {}

    /** Shows the node, or takes it out. */
    public static void when(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
