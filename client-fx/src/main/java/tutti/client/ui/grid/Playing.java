package tutti.client.ui.grid;

import tutti.client.ui.View;
import tutti.model.Lane;
import tutti.music.LaneClock;

/**
 * Where a lane's own playhead stands.
 *
 * @param step 0 to length − 1, or −1 while nothing plays
 * @param lap counted from 1
 */
record Playing(int step, long lap) {
    static final Playing NOTHING = new Playing(-1, 1);

    /** What is heard of that lane now. */
    static Playing of(View view, Lane lane) {
        long tick = view.shared().transport().heard().run();
        boolean here = view.shared().transport().playing()
                && view.shared().transport().pattern() == view.focus().pattern();
        if (!here || tick < 0) {
            return NOTHING;
        }
        LaneClock clock = LaneClock.of(lane, view.session().meter());
        long k = clock.lastUntil(tick);
        return new Playing(clock.indexOf(k), clock.lapOf(k) + 1);
    }
}
