package tutti.client.ui.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tutti.client.ui.Past.Deed;

/**
 * A room's life in columns from left to right: time passes while something is done, and long pauses are short.
 *
 * @param moments where each deed lies, the oldest first, 0 to 1
 */
record Strip(List<Column> columns, List<Moment> moments) {
    /** A pause counts no longer than this. */
    private static final long LONGEST_MILLIS = 90_000;

    /** A deed takes time even if the next follows at once. */
    private static final long LEAST_MILLIS = 2_000;

    /** From here on a pause is seen. */
    private static final long PAUSE_MILLIS = 600_000;

    private static final int MUCH = 24;
    private static final int MUCH_MORE = 4;

    /**
     * What was done in a while.
     *
     * @param height 0 to 1, by how much changed
     * @param shares of the authors, by their colour; together 1
     * @param much whether it stands out
     * @param pause whether nobody did anything for long before it
     */
    record Column(double height, Map<Integer, Double> shares, boolean much, boolean pause) {}

    /** A deed and where it lies. */
    record Moment(Deed deed, double at) {}

    /** @param deeds newest first */
    static Strip of(List<Deed> deeds, int count) {
        List<Deed> all = deeds.reversed();
        List<Moment> moments = moments(all);
        List<List<Moment>> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(new ArrayList<>());
        }
        moments.forEach(moment -> slots.get(slot(moment.at(), count)).add(moment));
        boolean[] pauses = new boolean[count];
        for (int i = 1; i < moments.size(); i++) {
            if (moments.get(i).deed().wall() - moments.get(i - 1).deed().wall() >= PAUSE_MILLIS) {
                pauses[slot(moments.get(i).at(), count)] = true;
            }
        }
        List<Integer> weights = slots.stream().map(Strip::weight).toList();
        int most = Math.max(1, weights.stream().mapToInt(w -> w).max().orElse(1));
        double mean =
                weights.stream().filter(w -> w > 0).mapToInt(w -> w).average().orElse(0);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int weight = weights.get(i);
            double height = Math.log1p(weight) / Math.log1p(most);
            boolean much = weight >= MUCH && weight >= MUCH_MORE * mean;
            columns.add(new Column(height, shares(slots.get(i), weight), much, pauses[i]));
        }
        return new Strip(List.copyOf(columns), moments);
    }

    private static List<Moment> moments(List<Deed> oldestFirst) {
        long[] at = new long[oldestFirst.size()];
        for (int i = 1; i < at.length; i++) {
            long pause = oldestFirst.get(i).wall() - oldestFirst.get(i - 1).wall();
            at[i] = at[i - 1] + Math.clamp(pause, LEAST_MILLIS, LONGEST_MILLIS);
        }
        long whole = at.length == 0 ? 1 : Math.max(1, at[at.length - 1]);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            moments.add(new Moment(oldestFirst.get(i), (double) at[i] / whole));
        }
        return List.copyOf(moments);
    }

    private static int slot(double at, int count) {
        return Math.clamp((int) (at * count), 0, count - 1);
    }

    private static int weight(List<Moment> slot) {
        return slot.stream().mapToInt(moment -> moment.deed().weight()).sum();
    }

    private static Map<Integer, Double> shares(List<Moment> slot, int weight) {
        Map<Integer, Double> shares = new LinkedHashMap<>();
        slot.stream()
                .map(Moment::deed)
                .filter(deed -> deed.weight() > 0)
                .forEach(deed -> shares.merge(deed.by().rgb(), (double) deed.weight() / weight, Double::sum));
        return shares;
    }

    /** Where a deed lies, 0 to 1; at the right end if it is none of these. */
    double at(Deed deed) {
        return moments.stream()
                .filter(moment -> moment.deed().seq() == deed.seq())
                .mapToDouble(Moment::at)
                .findFirst()
                .orElse(1);
    }

    /** The index of the moment nearest to that place, −1 if there is none. */
    int nearest(double at) {
        int best = -1;
        for (int i = 0; i < moments.size(); i++) {
            if (best < 0
                    || Math.abs(moments.get(i).at() - at)
                            <= Math.abs(moments.get(best).at() - at)) {
                best = i;
            }
        }
        return best;
    }
}
