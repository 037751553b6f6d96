package tutti.client.audio;

import org.jspecify.annotations.Nullable;
import tutti.music.Chance;

/**
 * A stretch of playing: one pattern, from its launch to its end. Lanes stand by the slot of their track. Immutable: the
 * arrays are only ever read.
 */
final class Part {
    /** The end of what plays until told otherwise. */
    static final long OPEN = Long.MAX_VALUE;

    private final long run;
    private final long launch;
    private final long end;
    private final @Nullable LaneScore[] lanes;
    private final @Nullable Chance[] chances;

    /**
     * @param run numbers this launch; each step of a run sounds at most once
     * @param launch tick of the timeline on which step 0 of each lane is written
     * @param end first tick on which no step of this part is written any more
     */
    Part(long run, long launch, long end, @Nullable LaneScore[] lanes, @Nullable Chance[] chances) {
        this.run = run;
        this.launch = launch;
        this.end = end;
        this.lanes = lanes;
        this.chances = chances;
    }

    long run() {
        return run;
    }

    long launch() {
        return launch;
    }

    long end() {
        return end;
    }

    @Nullable
    LaneScore lane(int slot) {
        return lanes[slot];
    }

    /** Whether step {@code k} of that slot's lane plays this time. */
    boolean plays(int slot, long k) {
        Chance chance = chances[slot];
        return chance != null && chance.plays(k);
    }
}
