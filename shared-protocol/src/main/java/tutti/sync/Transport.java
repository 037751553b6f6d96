package tutti.sync;

import java.util.List;
import java.util.Optional;
import tutti.model.PatternSlot;
import tutti.music.Timeline;

/**
 * What the room plays and will play. Everything in it has its tick, so that who gets it late switches as if in time.
 *
 * @param run counts the plays; chance is rolled anew in each
 * @param timeline of the run: tick 0 is its first beat
 * @param launches what plays from which tick, ascending; the first is the pattern that plays at the beginning
 * @param halt where the run ends, if that is known
 */
public record Transport(long run, Timeline timeline, List<Launch> launches, Optional<Halt> halt) {
    /** @throws IllegalArgumentException if there is no launch, too many, or they are out of order */
    public Transport {
        launches = List.copyOf(launches);
        if (launches.isEmpty() || launches.size() > Limits.LAUNCHES || run < 0) {
            throw new IllegalArgumentException("a transport has 1 to " + Limits.LAUNCHES + " launches");
        }
        for (int i = 1; i < launches.size(); i++) {
            if (launches.get(i).tick() <= launches.get(i - 1).tick()) {
                throw new IllegalArgumentException("launches out of order");
            }
        }
    }

    /** Whether the room plays at {@code tick}, or will when the run begins. */
    public boolean plays(long tick) {
        return halt.map(end -> end.tick() > 0 && tick < end.tick()).orElse(true);
    }

    /** What plays at {@code tick}, if the room plays then. */
    public Launch at(long tick) {
        Launch now = launches.getFirst();
        for (Launch launch : launches) {
            now = launch.tick() <= tick ? launch : now;
        }
        return now;
    }

    /** The pattern that waits for its bar after {@code tick}, if one does. */
    public Optional<Launch> next(long tick) {
        return launches.stream().filter(launch -> launch.tick() > tick).findFirst();
    }

    /** The pattern that plays at {@code tick}. */
    public PatternSlot pattern(long tick) {
        return at(tick).pattern();
    }
}
