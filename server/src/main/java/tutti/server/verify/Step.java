package tutti.server.verify;

import java.util.List;
import tutti.edit.Mutation.Put;
import tutti.sync.Chained;
import tutti.sync.Replayed;

/**
 * One row that was done again.
 *
 * @param was what the reducer found under each property that it put, in order of the first put
 * @param past what the room knew before it
 */
record Step(Replayed before, Chained row, List<Put<?, ?>> was, Replayed after, Memory past) {
    Step {
        was = List.copyOf(was);
    }
}
