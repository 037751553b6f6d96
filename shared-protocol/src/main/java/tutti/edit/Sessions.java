package tutti.edit;

import java.util.Optional;
import tutti.model.Session;
import tutti.model.SessionId;

/** Documents as they are born: the values that no edit can set, for who names no field. Pure; any thread. */
public final class Sessions {
    private Sessions() {}

    /** An empty session with a chance of its own, of which {@code seed} is any number. */
    public static Session born(int seed) {
        return SessionFields.SEED.with(Session.BLANK, seed & Integer.MAX_VALUE);
    }

    /**
     * A copy that knows where it comes from.
     *
     * @param of what is copied, as it is or was
     * @param id of the session that it is copied from
     * @param frozen whether nobody can ever change the copy
     * @param name of the copy; without one it keeps its own
     * @return nothing if no session can have that name
     */
    public static Optional<Session> copy(Session of, SessionId id, boolean frozen, Optional<String> name) {
        Session copy = SessionFields.FROZEN.with(SessionFields.COPIED_FROM.with(of, id.text()), frozen);
        return name.isEmpty()
                ? Optional.of(copy)
                : name.filter(SessionFields.NAME.kind()::legal).map(given -> SessionFields.NAME.with(copy, given));
    }
}
