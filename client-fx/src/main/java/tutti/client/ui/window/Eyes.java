package tutti.client.ui.window;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tutti.client.ui.Desk;
import tutti.client.ui.Focus;
import tutti.client.ui.Shared;
import tutti.client.ui.View;

/** Where this window looks: it takes what was published, adds the focus, and shows both. FX thread. */
final class Eyes implements Consumer<Focus> {
    private final Desk desk;
    /** Compares by reference; only ever touched on the FX thread. */
    private final AtomicReference<Shared> taken;

    private View view;
    private Consumer<View> show = v -> {};
    private boolean showing;
    private boolean again;

    Eyes(Desk desk, Shared start) {
        this.desk = desk;
        this.taken = new AtomicReference<>(start);
        this.view = new View(start, Focus.START.looking(start.transport().pattern(), true));
    }

    View view() {
        return view;
    }

    void showOn(Consumer<View> parts) {
        show = parts;
    }

    /** A region looks elsewhere: shown at once, so that the next key counts from there. */
    @Override
    public void accept(Focus focus) {
        boolean moved = !focus.cursor().equals(view.focus().cursor());
        view = view.with(focus);
        if (moved && !view.past()) {
            focus.cursor().ifPresent(desk::cursor);
        }
        show();
    }

    /** The newest snapshot. */
    void take(Shared shared) {
        if (taken.compareAndSet(shared, shared)) {
            return;
        }
        taken.set(shared);
        Focus focus = view.focus();
        boolean follows =
                focus.following() && focus.pattern() != shared.transport().pattern();
        Focus next = follows ? focus.looking(shared.transport().pattern(), true) : focus;
        view = new View(shared, next);
        show();
    }

    /** Shows until nothing changed while showing. */
    private void show() {
        if (showing) {
            again = true;
            return;
        }
        showing = true;
        do {
            again = false;
            show.accept(view);
        } while (again);
        showing = false;
    }
}
