package tutti.server.kv;

import java.io.IOException;
import tutti.model.SessionId;
import tutti.server.store.Journal;
import tutti.server.store.Mark;
import tutti.server.store.StoreDamaged;
import tutti.server.store.StoreDown;
import tutti.server.store.Stretch;

/** A session's history as the journal has it. */
public record JournalHistory(Journal journal, SessionId session) implements History {
    @Override
    public boolean has(Mark place) throws IOException {
        return switch (journal.rows(session, place.seq(), 1)) {
            case Stretch.Rows rows -> rows.from().equals(place);
            case Stretch.Nowhere _ -> false;
            case Stretch.Damaged damaged ->
                throw new StoreDamaged(
                        damaged.damage().where(), damaged.damage().what());
            case Stretch.Unavailable unavailable -> throw new StoreDown(unavailable.reason());
        };
    }
}
