package tutti.server.room;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What other threads may see of a room. Written before anybody is told what has become durable, so that nobody reads
 * less than they heard, and at the end of turns; read by any thread.
 */
final class Shown {
    private volatile @Nullable Reading published;
    private volatile @Nullable Reading durable;
    private volatile int members;
    private volatile boolean occupied;

    /** While a batch is in flight readers see what was durable before it. */
    void show(LifeCycle life, Hall hall) {
        Live live = life.live();
        if (live == null) {
            published = null;
            durable = life.paused() == null ? null : durable;
        } else if (!live.busy()) {
            published = live.reading();
            durable = published;
        }
        members = hall.present();
        occupied = life.occupied();
    }

    /** The document of the live room, durable; nothing while there is no live state. */
    Optional<Reading> published() {
        return Optional.ofNullable(published);
    }

    /** The same, and kept while the store is away: nobody was told of anything newer. */
    Optional<Reading> durable() {
        return Optional.ofNullable(durable);
    }

    int members() {
        return members;
    }

    boolean occupied() {
        return occupied;
    }
}
