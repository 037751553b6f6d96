package tutti.sync;

import java.util.List;
import tutti.edit.Difference;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.model.Session;

/**
 * Where my last undo or redo did something, so that the view can go there.
 *
 * @param by the undo or redo itself
 * @param places in the order of the document; empty while nobody knows yet, or if nothing came of it
 */
public record Trail(GestureId by, List<Place<?>> places) {
    /** Nothing was undone. */
    public static final Trail NONE = new Trail(GestureId.undo("none"), List.of());

    /** Keeps a copy. */
    public Trail {
        places = List.copyOf(places);
    }

    /** What {@code by} changed between two documents. */
    static Trail between(GestureId by, Session before, Session after) {
        return of(by, Difference.between(before, after, place -> true));
    }

    /** While the rows of what is undone are not known here, only the rows of the undo itself can tell. */
    Trail told(List<Row> rows) {
        boolean news = places.isEmpty() && !rows.isEmpty();
        return news
                ? of(by, rows.stream().flatMap(row -> row.mutations().stream()).toList())
                : this;
    }

    private static Trail of(GestureId by, List<Mutation> mutations) {
        return new Trail(
                by, mutations.stream().<Place<?>>map(Mutation::place).distinct().toList());
    }
}
