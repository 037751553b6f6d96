package tutti.client.ui.history;

import java.util.List;
import java.util.Optional;
import tutti.client.ui.Focus.Spot;
import tutti.client.ui.View;
import tutti.model.Limits;
import tutti.model.Session;
import tutti.music.Ticks;
import tutti.sync.Scope;

/** The bars in which the selected steps are written, as the room counts them now. */
final class Chosen {
    private Chosen() {}

    /** Nothing if no step is selected, or if no lane of the pattern is longer than a bar: then it is the pattern. */
    static Optional<Scope.Bars> bars(View view) {
        Session now = view.session();
        boolean more = now.liveTracks().stream()
                .anyMatch(track ->
                        bar(view, new Spot(track.id(), view.lane(track.id()).length() - 1)) > 0);
        List<Integer> bars = view.focus().spots().stream()
                .filter(spot -> now.tracks().has(spot.track()))
                .map(spot -> bar(view, spot))
                .filter(bar -> bar < Limits.BARS)
                .sorted()
                .toList();
        return more && !bars.isEmpty()
                ? Optional.of(new Scope.Bars(view.focus().pattern(), bars.getFirst(), bars.getLast()))
                : Optional.empty();
    }

    private static int bar(View view, Spot spot) {
        long begins = (long) spot.step() * Ticks.of(view.lane(spot.track()).value());
        return (int) (begins / Ticks.bar(view.session().meter()));
    }

    /** Counted from 1. */
    static String words(Scope.Bars bars) {
        return bars.first() == bars.last()
                ? "Bar " + (bars.first() + 1)
                : "Bars " + (bars.first() + 1) + "–" + (bars.last() + 1);
    }
}
