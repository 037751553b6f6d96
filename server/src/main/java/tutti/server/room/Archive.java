package tutti.server.room;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.edit.Outcome;
import tutti.edit.Reducer;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Problem;
import tutti.server.store.Footing;
import tutti.server.store.Journal;
import tutti.server.store.Mark;
import tutti.server.store.Row;
import tutti.server.store.Stretch;
import tutti.sync.Chained;
import tutti.wire.Codec;

/**
 * What sessions were. Any moment is folded from a snapshot before it and the rows that lead there, each checked against
 * the chain; no room is woken or disturbed. Blocks on the store and may work for a second: for {@link Scribes}.
 */
final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private final Journal journal;
    private final Codec codec;

    Archive(Journal journal, Codec codec) {
        this.journal = journal;
        this.codec = codec;
    }

    /** The session after the row {@code seq}. What is damaged or not there is an answer; only a bug is thrown. */
    Then at(SessionId id, long seq) {
        try {
            return switch (journal.footing(id, seq)) {
                case Footing.At at -> fold(id, at, seq);
                case Footing.Nowhere _ -> new Then.Nowhere();
                case Footing.Damaged damaged -> damaged(damaged.damage().toString());
                case Footing.Unavailable down -> new Then.Later(down.reason());
            };
        } catch (Papers.Unreadable unreadable) {
            return damaged("session " + id.text() + ", " + unreadable.getMessage());
        }
    }

    private static Then damaged(String words) {
        LOG.error("the past is damaged: {}", words);
        return new Then.Damaged(words);
    }

    /** The answer where something stored is damaged; what it is stands in the log. */
    static Answer broken(String words) {
        LOG.error("the past is damaged: {}", words);
        return new Answer.Refused(Problem.DAMAGED, "");
    }

    private Then fold(SessionId id, Footing.At from, long seq) throws Papers.Unreadable {
        Mark start = from.snapshot().at();
        Then then = found(Papers.session(from.snapshot().parts()), start);
        while (then instanceof Then.Found(Reading reading) && reading.seq() < seq) {
            then = switch (journal.rows(id, reading.seq(), Limits.CATCH_UP_BYTES)) {
                case Stretch.Rows stretch -> folded(reading, stretch, seq);
                case Stretch.Nowhere _ -> new Then.Nowhere();
                case Stretch.Damaged damaged -> damaged(damaged.damage().toString());
                case Stretch.Unavailable down -> new Then.Later(down.reason());
            };
        }
        return then;
    }

    private static Then.Found found(Session session, Mark at) {
        return new Then.Found(new Reading(session, at.seq(), Papers.chain(at)));
    }

    /**
     * One stretch more, up to the row {@code seq}. The store held both the snapshot and the stretch against the chain,
     * of which the stretch begins another one where a backup was restored.
     */
    private Then folded(Reading from, Stretch.Rows stretch, long seq) throws Papers.Unreadable {
        Mark at = stretch.from();
        Session session = from.session();
        for (Row row : stretch.rows()) {
            if (row.seq() <= seq) {
                session = folded(session, Papers.chained(codec, row));
                at = row.at();
            }
        }
        return found(session, at);
    }

    private static Session folded(Session session, Chained chained) throws Papers.Unreadable {
        return switch (Reducer.reduce(session, chained.row().mutations())) {
            case Outcome.Changed changed -> changed.next();
            case Outcome.Refused refused ->
                throw new Papers.Unreadable("row " + chained.row().seq() + " does not apply: " + refused.refusal());
        };
    }
}
