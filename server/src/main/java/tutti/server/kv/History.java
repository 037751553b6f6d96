package tutti.server.kv;

import java.io.IOException;
import tutti.server.store.Mark;

/** Tells what belongs to a session's own history. */
@FunctionalInterface
public interface History {
    /**
     * Whether {@code place} lies on it: not ahead of the head, and with its chain at its seq. May block on the store.
     *
     * @throws IOException if that cannot be known now; nothing is put aside then
     */
    boolean has(Mark place) throws IOException;
}
