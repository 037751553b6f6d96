package tutti.client.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import tutti.client.ui.Hands;
import tutti.client.ui.View;

/** Whose hands are tied: everybody's while no room is open, the grid's and the dock's in a moment of the past. */
final class Ties {
    private static final PseudoClass NOWHERE = PseudoClass.getPseudoClass("nowhere");

    private final Node window;
    private final List<Hands> looking;
    private final Hands bar;
    private final Runnable past;
    private final Runnable nowhere;
    private Why why = new Why(false, false);

    private record Why(boolean past, boolean nowhere) {}

    /**
     * @param window wears it while no room is open
     * @param looking hands of what can show the past
     * @param past says why nothing happens in a moment of the past; {@code nowhere}: while no room is open
     */
    Ties(Node window, List<Hands> looking, Hands bar, Runnable past, Runnable nowhere) {
        this.window = window;
        this.looking = List.copyOf(looking);
        this.bar = bar;
        this.past = past;
        this.nowhere = nowhere;
    }

    void show(View view) {
        Why now = new Why(view.past(), !view.shared().sync().link().open());
        if (!now.equals(why)) {
            why = now;
            Optional<Runnable> instead = Optional.of(nowhere).filter(n -> now.nowhere());
            bar.tie(instead);
            looking.forEach(hands ->
                    hands.tie(instead.or(() -> Optional.of(past).filter(p -> now.past()))));
            window.pseudoClassStateChanged(NOWHERE, now.nowhere());
        }
    }
}
