package tutti.client.ui.grid;

/**
 * All that a cell shows. Equal looks are drawn once.
 *
 * @param x left edge in pixels; {@code lead} is the gap to the cell before
 * @param inside whether the lane plays it; otherwise it is an outline
 * @param light whether it lies in a lighter beat
 * @param foot text at the bottom, {@code head} at the top; may be empty
 * @param nudge per mille of a step
 * @param chosen part of a selection
 */
record CellLook(
        double x,
        double width,
        double lead,
        boolean inside,
        boolean light,
        boolean on,
        int velocity,
        boolean accent,
        String foot,
        String head,
        int ratchet,
        boolean locked,
        int nudge,
        boolean tie,
        boolean chosen,
        int colour) {}
