package tutti.client.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import tutti.client.ui.Past.Author;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.Past.Reach;
import tutti.client.ui.Past.Trim;
import tutti.sync.GestureId;
import tutti.sync.HistoryPage;
import tutti.sync.Limits;
import tutti.sync.MemberId;
import tutti.sync.Profile;

/**
 * The rows that were read, without a gap, and what they come to: rows of one gesture are one deed, and so are gestures
 * of one person who goes on with the same thing. Not thread-safe.
 */
final class Annals {
    /** Who goes on within this time with the same thing, still does it. */
    private static final long PAUSE_MILLIS = 60_000;

    /** One row. */
    private record Line(long seq, long wall, MemberId by, GestureId gesture, Doing doing) {}

    private final NavigableMap<Long, Line> lines = new TreeMap<>();
    private final Map<MemberId, Profile> faces = new HashMap<>();
    private OptionalLong before = OptionalLong.empty();
    private boolean begun;
    private Optional<HistoryPage.Trim> trimmed = Optional.empty();

    /** Adds a page that was asked for with {@code before} of the last one, or the newest one. */
    void add(HistoryPage page) {
        boolean gap = !lines.isEmpty()
                && !page.rows().isEmpty()
                && page.rows().getLast().seq() > lines.lastKey() + 1;
        if (gap) {
            lines.clear();
        }
        boolean older = lines.isEmpty()
                || page.rows().isEmpty()
                || page.rows().getLast().seq() < lines.firstKey();
        for (HistoryPage.Line row : page.rows()) {
            lines.computeIfAbsent(
                    row.seq(),
                    seq -> new Line(seq, row.wall(), row.by().id(), row.gesture(), Doing.of(row.mutations())));
            row.by().profile().ifPresent(face -> faces.put(row.by().id(), face));
        }
        if (older) {
            trimmed = page.trimmed();
            before = page.before().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        }
        begun = true;
    }

    /** What to ask for next, if there is more; nothing also before the first page. */
    OptionalLong before() {
        return before;
    }

    boolean empty() {
        return !begun;
    }

    /** The newest row, or 0. */
    long newest() {
        return lines.isEmpty() ? 0 : lines.lastKey();
    }

    int rows() {
        return lines.size();
    }

    Reach reach() {
        if (!begun || before.isPresent()) {
            return Reach.MORE;
        }
        return trimmed.isEmpty() && (lines.isEmpty() || lines.firstKey() == 1) ? Reach.BEGINNING : Reach.TRIMMED;
    }

    /** What the owner dropped before what was read, once that is reached. */
    Optional<Trim> trim() {
        return trimmed.map(known -> new Trim(known.wall(), known.seq())).filter(known -> reach() == Reach.TRIMMED);
    }

    /**
     * The deeds, newest first.
     *
     * @param face how somebody is shown whom the pages do not know
     */
    List<Deed> deeds(Phrases phrases, Function<MemberId, Optional<Profile>> face, Function<Profile, Author> drawn) {
        List<Group> groups = new ArrayList<>();
        Map<String, Group> gestures = new HashMap<>();
        for (Line line : lines.values()) {
            String key = line.by().text() + " " + line.gesture().text();
            Group known = gestures.get(key);
            Group last = groups.isEmpty() ? null : groups.getLast();
            if (known != null) {
                known.add(line);
            } else if (last != null && last.goesOn(line)) {
                last.add(line);
                gestures.put(key, last);
            } else {
                Group group = new Group(line);
                groups.add(group);
                gestures.put(key, group);
            }
        }
        groups.sort((a, b) -> Long.compare(b.last.seq(), a.last.seq()));
        return groups.stream().map(g -> deed(g, phrases, face, drawn)).toList();
    }

    private Deed deed(
            Group group, Phrases phrases, Function<MemberId, Optional<Profile>> face, Function<Profile, Author> drawn) {
        Line last = group.last;
        Author by = face.apply(last.by())
                .or(() -> Optional.ofNullable(faces.get(last.by())))
                .map(drawn)
                .orElseGet(() -> somebody(last.by(), drawn));
        return new Deed(
                group.first.seq(),
                last.seq(),
                last.wall(),
                by,
                words(group, phrases),
                group.rows,
                group.doing.weight(),
                group.doing.tracks(),
                group.doing.patterns());
    }

    /** Without a name, but always of the same colour. */
    private static Author somebody(MemberId id, Function<Profile, Author> drawn) {
        int colour = Math.floorMod(id.text().hashCode(), Limits.MEMBER_COLOURS);
        return drawn.apply(new Profile("somebody", colour));
    }

    private static String words(Group group, Phrases phrases) {
        GestureId gesture = group.last.gesture();
        if (gesture.restored().isPresent()) {
            return "restored " + phrases.scope(group.doing);
        }
        String words = phrases.of(group.doing);
        return gesture.undone() ? "undid, which " + words : gesture.redone() ? "did again, which " + words : words;
    }

    private static final class Group {
        private final Line first;
        private Line last;
        private Doing doing;
        private int rows = 1;

        Group(Line line) {
            first = line;
            last = line;
            doing = line.doing();
        }

        void add(Line line) {
            last = line;
            doing = doing.then(line.doing());
            rows++;
        }

        /** Whether another gesture is more of the same. */
        boolean goesOn(Line line) {
            return plain(first.gesture())
                    && plain(line.gesture())
                    && line.by().equals(last.by())
                    && line.wall() - last.wall() <= PAUSE_MILLIS
                    && line.doing().like(doing);
        }

        private static boolean plain(GestureId gesture) {
            return gesture.restored().isEmpty() && !gesture.undone() && !gesture.redone();
        }
    }
}
