package tutti.client.ui;

import javafx.scene.Parent;

/** One region of the window: it draws what changed, and once a frame moves what moves by itself. */
public interface Part {
    /** Its node; always the same. */
    Parent node();

    /** Draws a snapshot, as far as it differs from the last. */
    void show(View view);

    /** One frame: playheads, levels. {@code now} counts nanoseconds of a steady clock */
    default void pulse(View view, long now) {}
}
