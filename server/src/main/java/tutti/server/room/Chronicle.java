package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Problem;
import tutti.server.store.Row;
import tutti.server.store.Stretch;
import tutti.sync.MemberId;

/** Answers HTTP what sessions were. Wakes and disturbs no room. Blocks on the store; any thread. */
final class Chronicle {
    private final Means means;
    private final Archive archive;

    Chronicle(Means means, Archive archive) {
        this.means = means;
        this.archive = archive;
    }

    /** The document after the row {@code seq}. */
    Answer at(RoomActor room, long seq) {
        return switch (archive.at(room.id(), seq)) {
            case Then.Found(Reading reading) -> found(room.id(), reading);
            case Then.Nowhere _ -> new Answer.Refused(Problem.NO_MOMENT, "seq");
            case Then.Damaged _ -> new Answer.Refused(Problem.BROKEN, "");
            case Then.Later _ -> new Answer.Refused(Problem.PAUSED, "");
        };
    }

    Answer found(SessionId id, Reading reading) {
        String text = Papers.document(id, means.journal().storeId(), reading);
        return new Answer.Found(text, reading.chain().hex());
    }

    /** Rows before that one, newest first. */
    Answer page(RoomActor room, long before, int limit) {
        return switch (means.journal().before(room.id(), before, limit, Limits.HISTORY_BYTES)) {
            case Stretch.Rows stretch -> page(room, stretch);
            case Stretch.Nowhere _ -> new Answer.Refused(Problem.UNKNOWN_SESSION, "");
            case Stretch.Damaged damaged -> Archive.broken(damaged.damage().toString());
            case Stretch.Unavailable _ -> new Answer.Refused(Problem.PAUSED, "");
        };
    }

    private Answer page(RoomActor room, Stretch.Rows stretch) {
        List<HistoryPage.Line> lines = new ArrayList<>();
        for (Row stored : stretch.rows().reversed()) {
            try {
                lines.add(line(room, Papers.chained(means.codec(), stored).row()));
            } catch (Papers.Unreadable unreadable) {
                return Archive.broken("session " + room.id().text() + ", " + unreadable.getMessage());
            }
        }
        Optional<Long> more = stretch.rows().stream()
                .map(Row::seq)
                .findFirst()
                .filter(first -> stretch.from().seq() > 0);
        return new Answer.Found(means.codec().text(HistoryPage.class, new HistoryPage(lines, more)), "");
    }

    private static HistoryPage.Line line(RoomActor room, tutti.sync.Row row) {
        return new HistoryPage.Line(row.seq(), row.wall(), author(room, row.by()), row.gesture(), row.mutations());
    }

    private static HistoryPage.Author author(RoomActor room, MemberId id) {
        return new HistoryPage.Author(id, room.face(id));
    }
}
