package tutti.server.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Problem;
import tutti.server.store.Act;
import tutti.server.store.Face;
import tutti.server.store.Faces;
import tutti.server.store.Meanwhile;
import tutti.server.store.Row;
import tutti.server.store.StoreDown;
import tutti.server.store.Stretch;
import tutti.server.store.Trimmed;
import tutti.sync.HistoryPage;
import tutti.sync.Landing;
import tutti.sync.MemberId;
import tutti.sync.Profile;

/** Answers HTTP what sessions were. Wakes and disturbs no room. Blocks on the store; any thread. */
final class Chronicle {
    private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);

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
            case Then.Nowhere _ -> nowhere(room.id(), seq);
            case Then.Damaged _ -> new Answer.Refused(Problem.DAMAGED, "");
            case Then.Later _ -> new Answer.Refused(Problem.PAUSED, "");
        };
    }

    private Answer nowhere(SessionId id, long seq) {
        try {
            boolean gone = means.journal()
                    .trimmed(id)
                    .filter(trimmed -> seq < trimmed.upTo().seq())
                    .isPresent();
            return new Answer.Refused(gone ? Problem.TRIMMED : Problem.NO_MOMENT, "seq");
        } catch (StoreDown down) {
            return new Answer.Refused(Problem.PAUSED, "");
        } catch (IOException damaged) {
            return Archive.broken("session " + id.text() + ", " + damaged.getMessage());
        }
    }

    private static HistoryPage.Trim trim(Trimmed trimmed) {
        return new HistoryPage.Trim(trimmed.wall(), trimmed.upTo().seq(), trimmed.rows());
    }

    /** The tag of the newest document, as far as the store says it at once. */
    Optional<String> tag(SessionId id) {
        return means.journal().before(id, tutti.server.http.Limits.SEQ + 1, 1, 1) instanceof Stretch.Rows newest
                ? Optional.of(Papers.chain(newest.head()).hex())
                : Optional.empty();
    }

    /** The tag of the document after that row, as far as the store says it at once. */
    Optional<String> tag(SessionId id, long seq) {
        return means.journal().rows(id, seq, 1) instanceof Stretch.Rows next
                ? Optional.of(Papers.chain(next.from()).hex())
                : Optional.empty();
    }

    Answer found(SessionId id, Reading reading) {
        String text = Papers.document(id, means.journal().storeId(), reading);
        return new Answer.Found(text, reading.chain().hex());
    }

    /** Rows before that one, newest first, and what was played meanwhile. */
    Answer page(RoomActor room, long before, int limit, boolean acts) {
        return switch (means.journal().before(room.id(), before, limit, Limits.HISTORY_BYTES)) {
            case Stretch.Rows stretch -> page(room, stretch, acts);
            case Stretch.Nowhere _ -> new Answer.Refused(Problem.UNKNOWN_SESSION, "");
            case Stretch.Damaged damaged -> Archive.broken(damaged.damage().toString());
            case Stretch.Unavailable _ -> new Answer.Refused(Problem.PAUSED, "");
        };
    }

    private Answer page(RoomActor room, Stretch.Rows stretch, boolean acts) {
        try {
            Map<MemberId, Profile> faces = faces(room.id());
            Function<MemberId, HistoryPage.Author> author =
                    by -> new HistoryPage.Author(by, room.face(by).or(() -> Optional.ofNullable(faces.get(by))));
            List<HistoryPage.Line> lines = new ArrayList<>();
            for (Row stored : stretch.rows().reversed()) {
                lines.add(line(author, Papers.chained(means.codec(), stored).row()));
            }
            Optional<Trimmed> trimmed = means.journal().trimmed(room.id());
            long beginning = trimmed.map(found -> found.upTo().seq()).orElse(0L);
            Optional<Long> more = stretch.rows().stream()
                    .map(Row::seq)
                    .findFirst()
                    .filter(first -> stretch.from().seq() > beginning);
            long last = stretch.from().seq() + stretch.rows().size();
            long since = more.isPresent() ? lines.getLast().wall() : 0;
            List<HistoryPage.Deed> deeds = acts
                    ? deeds(
                            room.id(),
                            new Meanwhile(more.orElse(0L), last, since, until(room.id(), stretch, last)),
                            author)
                    : List.of();
            HistoryPage page = new HistoryPage(
                    lines, deeds, more, more.isPresent() ? Optional.empty() : trimmed.map(Chronicle::trim));
            return new Answer.Found(means.codec().text(HistoryPage.class, page), "");
        } catch (StoreDown down) {
            return new Answer.Refused(Problem.PAUSED, "");
        } catch (IOException | Papers.Unreadable damaged) {
            return Archive.broken("session " + room.id().text() + ", " + damaged.getMessage());
        }
    }

    /** The time of day of the row after these; the end of all days if they are the newest. */
    private long until(SessionId id, Stretch.Rows stretch, long last) throws Papers.Unreadable {
        boolean more = last < stretch.head().seq();
        return more && means.journal().rows(id, last, 1) instanceof Stretch.Rows next
                ? Papers.chained(means.codec(), next.rows().getFirst()).row().wall()
                : Long.MAX_VALUE;
    }

    private List<HistoryPage.Deed> deeds(
            SessionId id, Meanwhile meanwhile, Function<MemberId, HistoryPage.Author> author)
            throws IOException, Papers.Unreadable {
        List<HistoryPage.Deed> deeds = new ArrayList<>();
        for (Act act : means.journal().acts(id, meanwhile)) {
            Landing landing = Papers.landing(means.codec(), act);
            deeds.add(new HistoryPage.Deed(act.wall(), author.apply(landing.by()), landing.kind(), landing.pattern()));
        }
        return deeds;
    }

    private static HistoryPage.Line line(Function<MemberId, HistoryPage.Author> author, tutti.sync.Row row) {
        return new HistoryPage.Line(row.seq(), row.wall(), author.apply(row.by()), row.gesture(), row.mutations());
    }

    /** Authors as the store knows them; whose name is damaged there stays without. */
    private Map<MemberId, Profile> faces(SessionId id) throws IOException {
        Faces found = means.journal().faces(id);
        found.damaged().forEach(damage -> LOG.error("{}", damage));
        Map<MemberId, Profile> faces = new HashMap<>();
        for (Face face : found.whole()) {
            faces.put(new MemberId(face.member()), new Profile(face.name(), face.colour()));
        }
        return faces;
    }
}
