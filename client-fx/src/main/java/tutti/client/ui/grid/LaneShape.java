package tutti.client.ui.grid;

import tutti.model.Lane;
import tutti.model.Limits;
import tutti.music.Ticks;

/**
 * Which steps of a lane a page shows, and where. A lane that is longer than the window has pages; each begins at the
 * left.
 *
 * @param length steps that play
 * @param stepTicks ticks of a step
 * @param page that is seen, from 0
 */
record LaneShape(TimeAxis axis, int length, long stepTicks, int page) {
    /** Pixels a step where a lane's end is dragged beyond the page. */
    private static final double BEYOND = 12;

    static LaneShape of(TimeAxis axis, Lane lane, int page) {
        LaneShape first = new LaneShape(axis, lane.length(), Ticks.of(lane.value()), 0);
        return new LaneShape(axis, first.length, first.stepTicks, Math.clamp(page, 0, first.pages() - 1));
    }

    /** Steps of a page. */
    int perPage() {
        return Math.clamp(axis.ticks() / stepTicks, 1, Limits.STEPS);
    }

    /** Pages of the lane. */
    int pages() {
        return Math.ceilDiv(length, perPage());
    }

    /** The page on which that step stands. */
    int pageOf(int step) {
        return step / perPage();
    }

    /** First step of the page. */
    int first() {
        return page * perPage();
    }

    /** One more than the last step of the page; steps at {@code length} and beyond are only outlines. */
    int last() {
        return Math.min(Limits.STEPS, first() + perPage());
    }

    boolean shows(int step) {
        return step >= first() && step < last();
    }

    double x(int step) {
        return axis.left((step - first()) * stepTicks);
    }

    double end(int step) {
        return axis.right((step + 1 - first()) * stepTicks);
    }

    double width(int step) {
        return end(step) - x(step);
    }

    /** Whether the step lies in an even beat of the page. */
    boolean light(int step) {
        return (step - first()) * stepTicks / axis.beat() % 2 == 0;
    }

    /** The step of the page whose cell is nearest to {@code x}. */
    int at(double x) {
        int step = first();
        while (step < last() - 1 && x >= (end(step) + x(step + 1)) / 2) {
            step++;
        }
        return step;
    }

    /** Where the lane's end stands, or a negative number if not on this page. */
    double laneEnd() {
        boolean here = length > first() && length <= last();
        return here ? end(length - 1) : -1;
    }

    /** The length that a lane end dragged to {@code x} means; beyond the page it goes on, step by step. */
    int lengthAt(double x) {
        double beyond = x > axis.width() ? x - axis.width() : Math.min(0, x);
        if (beyond != 0) {
            int edge = beyond > 0 ? last() : first();
            return Math.clamp(edge + Math.round(beyond / BEYOND), 1, Limits.STEPS);
        }
        int step = at(x);
        boolean before = x < (x(step) + end(step)) / 2;
        return Math.clamp(before ? step : step + 1, Math.max(1, first()), Limits.STEPS);
    }
}
