package tutti.client.ui.grid;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import tutti.client.ui.Focus;
import tutti.client.ui.Focus.Spot;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.music.Ticks;

/** The keyboard's way over the cells. */
final class Walk {
    private final Bench bench;
    private final Function<NodeId, Optional<LaneRow>> rows;
    private Optional<Spot> anchor = Optional.empty();
    private Optional<Spot> reached = Optional.empty();

    Walk(Bench bench, Function<NodeId, Optional<LaneRow>> rows) {
        this.bench = bench;
        this.rows = rows;
    }

    void left(boolean extend) {
        along(step -> step - 1, extend);
    }

    void right(boolean extend) {
        along(step -> step + 1, extend);
    }

    void beat(int by) {
        long beat = (long) Ticks.PER_WHOLE / bench.view().session().meter().unit();
        lane().ifPresent(lane -> {
            int steps = (int) Math.max(1, beat / Ticks.of(lane.value()));
            along(step -> Math.floorDiv(by < 0 ? step - 1 : step + steps, steps) * steps, false);
        });
    }

    void home() {
        along(step -> 0, false);
    }

    void end() {
        lane().ifPresent(lane -> along(step -> lane.length() - 1, false));
    }

    void page(int by) {
        bench.focus()
                .track()
                .flatMap(rows)
                .ifPresent(row -> along(step -> step + by * row.shape().perPage(), false));
    }

    /** To the row above (−1) or below (1), at the same time. */
    void row(int by, boolean extend) {
        if (bench.order().isEmpty()) {
            return;
        }
        Optional<NodeId> now = bench.focus().track();
        int at = now.map(id -> bench.order().indexOf(id) + by).orElse(0);
        NodeId next = bench.order().get(Math.clamp(at, 0, bench.order().size() - 1));
        long here = now.map(id -> Ticks.of(bench.view().lane(id).value())).orElse(1);
        long there = Ticks.of(bench.view().lane(next).value());
        go(next, (int) (bench.focus().step() * here / there), extend);
    }

    private void along(IntUnaryOperator to, boolean extend) {
        bench.focus()
                .track()
                .ifPresentOrElse(id -> go(id, to.applyAsInt(bench.focus().step()), extend), () -> row(0, false));
    }

    private void go(NodeId track, int step, boolean extend) {
        Focus focus = bench.focus();
        int inside = Math.clamp(step, 0, bench.view().lane(track).length() - 1);
        Optional<Spot> from = focus.track().map(at -> new Spot(at, focus.step()));
        if (!extend) {
            anchor = Optional.empty();
            bench.look(focus.on(track, inside));
            return;
        }
        // whoever clicked elsewhere meanwhile begins there
        anchor = from.equals(reached) ? anchor.or(() -> from) : from;
        Spot to = new Spot(track, inside);
        reached = Optional.of(to);
        Set<Spot> range = Selection.range(bench.order(), anchor.orElse(to), to);
        bench.look(focus.on(track, inside).choosing(range));
    }

    private Optional<Lane> lane() {
        return bench.focus().track().map(bench.view()::lane);
    }
}
