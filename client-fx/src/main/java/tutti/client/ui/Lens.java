package tutti.client.ui;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A piece of the view and what draws it.
 *
 * @param get picks the piece; it must return the same reference while nothing changed
 */
public record Lens<T>(Function<View, T> get, Consumer<T> draw) {}
