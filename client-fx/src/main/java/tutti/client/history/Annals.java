package tutti.client.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import tutti.client.ui.Past.Author;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.Past.Played;
import tutti.client.ui.Past.Reach;
import tutti.client.ui.Past.Trim;
import tutti.model.PatternSlot;
import tutti.sync.GestureId;
import tutti.sync.HistoryPage;
import tutti.sync.Landing;
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
    /** Something that landed, without how who asked for it was seen then. */
    private record Act(long wall, MemberId by, Landing.Kind what, Optional<PatternSlot> pattern) {}

    /** What was played, with the row after which it was; 0 before the first one. */
    private final Map<Act, Long> acts = new LinkedHashMap<>();

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
            acts.clear();
        }
        boolean older = lines.isEmpty()
                || page.rows().isEmpty()
                || page.rows().getLast().seq() < lines.firstKey();
        for (HistoryPage.Line row : page.rows()) {
            lines.computeIfAbsent(
                    row.seq(),
                    seq -> new Line(seq, row.wall(), row.by().id(), row.gesture(), Doing.of(row.mutations())));
            know(row.by());
        }
        for (HistoryPage.Deed act : page.acts()) {
            acts.put(new Act(act.wall(), act.by().id(), act.what(), act.pattern()), after(page, act));
            know(act.by());
        }
        if (older) {
            trimmed = page.trimmed();
            before = page.before().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        }
        begun = true;
    }

    private void know(HistoryPage.Author author) {
        author.profile().ifPresent(face -> faces.put(author.id(), face));
    }

    /** A page tells what was played between its rows, by the time of day alone. */
    private static long after(HistoryPage page, HistoryPage.Deed act) {
        return page.rows().stream()
                .filter(row -> row.wall() <= act.wall())
                .mapToLong(HistoryPage.Line::seq)
                .max()
                .orElseGet(
                        () -> page.rows().isEmpty() ? 0 : page.rows().getLast().seq() - 1);
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
        NavigableMap<Long, Group> byRow = new TreeMap<>();
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
            byRow.put(line.seq(), Objects.requireNonNull(gestures.get(key)));
        }
        acts.forEach((act, after) -> Optional.ofNullable(byRow.floorEntry(after))
                .ifPresent(row -> row.getValue().acts.add(act)));
        groups.sort((a, b) -> Long.compare(b.last.seq(), a.last.seq()));
        return groups.stream().map(g -> deed(g, phrases, face, drawn)).toList();
    }

    private Deed deed(
            Group group, Phrases phrases, Function<MemberId, Optional<Profile>> face, Function<Profile, Author> drawn) {
        Line last = group.last;
        return new Deed(
                group.first.seq(),
                last.seq(),
                last.wall(),
                author(last.by(), face, drawn),
                words(group, phrases),
                group.rows,
                group.doing.weight(),
                group.doing.tracks(),
                group.doing.patterns(),
                played(group.acts, face, drawn));
    }

    /** What was played before the first row that was read, oldest first. */
    List<Played> beginning(Function<MemberId, Optional<Profile>> face, Function<Profile, Author> drawn) {
        List<Act> before = new ArrayList<>();
        acts.forEach((act, after) -> {
            if (lines.floorKey(after) == null) {
                before.add(act);
            }
        });
        return played(before, face, drawn);
    }

    private List<Played> played(
            List<Act> some, Function<MemberId, Optional<Profile>> face, Function<Profile, Author> drawn) {
        return some.stream()
                .sorted(Comparator.comparingLong(Act::wall))
                .map(act -> new Played(act.wall(), author(act.by(), face, drawn), words(act)))
                .toList();
    }

    private static String words(Act act) {
        String slot = act.pattern().map(pattern -> " " + pattern).orElse("");
        return switch (act.what()) {
            case PLAY -> "played" + slot;
            case LAUNCH -> "launched" + slot;
            case STOP -> "stopped";
        };
    }

    private Author author(MemberId by, Function<MemberId, Optional<Profile>> face, Function<Profile, Author> drawn) {
        return face.apply(by)
                .or(() -> Optional.ofNullable(faces.get(by)))
                .map(drawn)
                .orElseGet(() -> somebody(by, drawn));
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
        private final List<Act> acts = new ArrayList<>();

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
