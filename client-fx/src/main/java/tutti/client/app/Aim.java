package tutti.client.app;

import java.util.Optional;
import java.util.function.Supplier;
import tutti.client.ui.Past;

/**
 * What a restore is of: a moment, and the room whose moment it is. A window may go to another room at any time, on
 * another thread.
 *
 * @param room nothing if no room is open, or another one is by now
 * @param <R> what a room is asked by
 */
record Aim<R>(Optional<R> room, long seq) {
    /**
     * Takes aim at the moment that is shown; nothing if none is. The room is read first: a {@link Door} shows no moment
     * of the old room any more before it lets in the next one, so a moment is never of a later room than that.
     */
    static <R> Optional<Aim<R>> take(Supplier<Optional<R>> rooms, Supplier<Past> pasts) {
        Optional<R> room = rooms.get();
        return pasts.get().glance().map(glance -> new Aim<>(room, glance.at().seq()));
    }
}
