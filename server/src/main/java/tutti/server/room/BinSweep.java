package tutti.server.room;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.store.Listed;

/**
 * Once an hour, what has been in the bin for long enough is purged, which is for ever. The time of day may be wrong, so
 * a start alone purges nothing: the first look comes after an hour, and what is purged was due at two looks in a row.
 */
final class BinSweep {
    /** So long a deleted session stays in the bin. */
    static final long BIN_MILLIS = TimeUnit.DAYS.toMillis(Limits.BIN_DAYS);

    private static final Logger LOG = LoggerFactory.getLogger(BinSweep.class);

    private final Means means;
    private final Consumer<SessionId> purge;
    /** What was due at the last look, and since when it was in the bin. */
    private Map<SessionId, Long> due = Map.of();

    /** @param purge asks a room for it */
    BinSweep(Means means, Consumer<SessionId> purge) {
        this.means = means;
        this.purge = purge;
    }

    /** From now on, for as long as there are timers. */
    void begin() {
        means.timers().after(Limits.SWEEP_MICROS, () -> {
            means.errands().execute(this::look);
            begin();
        });
    }

    /** The root of an errand. */
    private synchronized void look() {
        Map<SessionId, Long> now = new HashMap<>();
        try {
            for (Listed line : means.journal().list()) {
                OptionalLong since = line.deleted();
                if (since.isPresent()
                        && since.getAsLong() + BIN_MILLIS <= means.time().wall()) {
                    now.put(line.session(), since.getAsLong());
                }
            }
        } catch (IOException later) {
            LOG.warn("the bin cannot be looked through now", later);
            return;
        }
        Map<SessionId, Long> before = due;
        due = now;
        now.forEach((session, since) -> {
            if (since.equals(before.get(session))) {
                LOG.info("{} has been in the bin for {} days", session.text(), Limits.BIN_DAYS);
                purge.accept(session);
            }
        });
    }
}
