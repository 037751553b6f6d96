package tutti.client.ui;

import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.Pattern;
import tutti.model.Session;

/**
 * All that a region draws from.
 *
 * @param shared what the session loop published last
 * @param focus where this window looks and stands
 */
public record View(Shared shared, Focus focus) {
    /** The document, with what is still waiting applied. */
    public Session session() {
        return shared.session();
    }

    /** The pattern that this window looks at. */
    public Pattern pattern() {
        return session().pattern(focus.pattern());
    }

    /** A track's lane in the pattern that this window looks at. */
    public Lane lane(NodeId track) {
        return pattern().lane(track);
    }

    /** The moment of the past that is looked at in place of now; this view itself if none is. */
    public View then() {
        return shared.past()
                .glance()
                .flatMap(Past.Glance::shown)
                .map(then -> new View(shared.of(then, focus.pattern()), focus))
                .orElse(this);
    }

    /** Whether a moment of the past is looked at, or on its way. */
    public boolean past() {
        return shared.past().glance().isPresent();
    }

    /** The same with another focus. */
    public View with(Focus next) {
        return new View(shared, next);
    }
}
