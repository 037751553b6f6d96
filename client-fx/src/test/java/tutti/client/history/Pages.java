package tutti.client.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tutti.client.ui.Past.Author;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.sync.GestureId;
import tutti.sync.HistoryPage;
import tutti.sync.Landing;
import tutti.sync.MemberId;
import tutti.sync.Profile;

/** A room's rows for tests, in pages. */
final class Pages {
    static final MemberId ANN = new MemberId("ann");
    static final MemberId BOB = new MemberId("bob");
    static final Historian.Names NAMES = new Historian.Names(
            id -> id.equals(ANN) ? Optional.of(new Profile("Ann", 1)) : Optional.empty(),
            profile -> new Author(profile.name(), profile.colour()),
            id -> id.text().equals("kick") ? "Kick" : "Clap");

    private final List<HistoryPage.Line> rows = new ArrayList<>();
    private final List<HistoryPage.Deed> acts = new ArrayList<>();
    private long wall;

    static Mutation step(String track, int number, boolean on) {
        return Mutation.put(new Place.OfStep(PatternSlot.A, new NodeId(track), number - 1), StepFields.ON, on);
    }

    /** One more row, {@code after} seconds later. */
    Pages row(MemberId by, String gesture, int after, Mutation... mutations) {
        wall += after * 1_000L;
        rows.add(new HistoryPage.Line(
                rows.size() + 1,
                wall,
                new HistoryPage.Author(by, Optional.empty()),
                new GestureId(gesture),
                List.of(mutations)));
        return this;
    }

    /** Something is played, {@code after} seconds later. */
    Pages act(MemberId by, Landing.Kind what, int after, PatternSlot... pattern) {
        wall += after * 1_000L;
        HistoryPage.Author author = new HistoryPage.Author(by, Optional.empty());
        acts.add(new HistoryPage.Deed(
                wall, author, what, List.of(pattern).stream().findFirst()));
        return this;
    }

    /** That many rows, each a deed of its own. */
    Pages many(int count) {
        for (int i = 0; i < count; i++) {
            row(ANN, "g" + rows.size(), 90, step(i % 2 == 0 ? "kick" : "clap", 1, true));
        }
        return this;
    }

    int size() {
        return rows.size();
    }

    /** At most {@code limit} rows before that one, as a server answers; rows up to {@code trimmed} are gone. */
    HistoryPage page(OptionalLong before, int limit, int trimmed) {
        int to = (int) Math.min(before.orElse(Long.MAX_VALUE), rows.size() + 1L) - 1;
        int from = Math.max(trimmed, to - limit);
        List<HistoryPage.Line> some = rows.subList(Math.min(from, to), to).reversed();
        long since = some.isEmpty() || from == trimmed ? 0 : some.getLast().wall();
        long until = to < rows.size() ? rows.get(to).wall() : Long.MAX_VALUE;
        List<HistoryPage.Deed> meanwhile = acts.stream()
                .filter(act -> act.wall() >= since && act.wall() < until)
                .toList()
                .reversed();
        return new HistoryPage(some, meanwhile, from > trimmed ? Optional.of(from + 1L) : Optional.empty());
    }

    HistoryPage all() {
        return page(OptionalLong.empty(), rows.size(), 0);
    }
}
