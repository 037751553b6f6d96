package tutti.client.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lenses of a part: each draws only when its piece is another reference than last time. */
public final class Lenses {
    private final List<Held<?>> all = new ArrayList<>();

    /** Adds a lens; it draws at the next {@link #show}. */
    public <T> Lenses add(Function<View, T> get, Consumer<T> draw) {
        all.add(new Held<>(new Lens<>(get, draw)));
        return this;
    }

    /** Draws what changed, in the order in which the lenses were added. */
    public void show(View view) {
        all.forEach(held -> held.show(view));
    }

    private static final class Held<T> {
        private final Lens<T> lens;
        /** Compares by reference, which is the point; only ever touched on the FX thread. */
        private final AtomicReference<@Nullable T> last = new AtomicReference<>();

        Held(Lens<T> lens) {
            this.lens = lens;
        }

        void show(View view) {
            T now = lens.get().apply(view);
            boolean same = last.compareAndSet(now, now);
            if (!same) {
                last.set(now);
                lens.draw().accept(now);
            }
        }
    }
}
