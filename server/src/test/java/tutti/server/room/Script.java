package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What two members do, from one seed: 150 edits in 30 bursts of 5, bursts 6 s apart, then both leave. And when the
 * server would crash, and who would return after that, in which order. Times are milliseconds.
 *
 * @param leaves when each member leaves: one a second before the other
 * @param crash some time before the leave
 * @param returning members who come back after the crash, in order
 */
record Script(List<Edit> edits, SortedMap<Integer, Long> leaves, long crash, List<Integer> returning) {
    /**
     * One edit.
     *
     * @param structural it adds, deletes or clears a track
     */
    record Edit(int number, long at, int author, boolean structural) {}

    static final int BURSTS = 30;
    static final int BURST = 5;
    static final long APART = 6_000;
    /** When both have left. */
    static final long LEAVE = BURSTS * APART;

    private static final int MEMBERS = 2;
    private static final int RETURNS_PERCENT = 90;
    private static final int STRUCTURAL_PERCENT = 10;

    static Script of(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        List<Edit> edits = new ArrayList<>();
        for (int burst = 0; burst < BURSTS; burst++) {
            long at = burst * APART;
            for (int i = 0; i < BURST; i++) {
                boolean structural = dice.nextInt(100) < STRUCTURAL_PERCENT;
                edits.add(new Edit(edits.size() + 1, at, dice.nextInt(MEMBERS), structural));
                at += dice.nextLong(60, 180);
            }
        }
        List<Integer> returning = new ArrayList<>();
        int first = dice.nextInt(MEMBERS);
        for (int member : new int[] {first, 1 - first}) {
            if (dice.nextInt(100) < RETURNS_PERCENT) {
                returning.add(member);
            }
        }
        long crash = dice.nextLong(LEAVE);
        int last = dice.nextInt(MEMBERS);
        SortedMap<Integer, Long> leaves = new TreeMap<>(Map.of(last, LEAVE, 1 - last, LEAVE - 1_000));
        return new Script(List.copyOf(edits), leaves, crash, List.copyOf(returning));
    }
}
