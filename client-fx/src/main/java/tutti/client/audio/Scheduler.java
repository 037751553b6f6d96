package tutti.client.audio;

import java.util.Arrays;
import tutti.music.Timeline;

/**
 * Finds the note starts of a stretch of frames. It asks the score afresh each time, so an edit counts from the next
 * chunk on; and it remembers, a lane, which hits of the last steps it gave out, so that each sounds at most once a run
 * however its moment is edited meanwhile. What lies before the stretch is never made up for. Audio thread only.
 */
final class Scheduler {
    /** Parts of a score: what plays, and what is launched next. */
    static final int PARTS = 2;

    /** Steps of a lane whose hits are remembered: more than can begin within a step and a half of one another. */
    private static final int MEMORY = 16;

    private final long[] frames = new long[Limits.EVENTS];
    private final long[] steps = new long[Limits.EVENTS];
    private final int[] hits = new int[Limits.EVENTS];
    private final int[] slots = new int[Limits.EVENTS];
    private final Part[] parts = new Part[Limits.EVENTS];
    private final LaneScore[] lanes = new LaneScore[Limits.EVENTS];
    private final long[] runs = new long[PARTS];
    private final boolean[] begun = new boolean[PARTS];
    private final long[] remembered = new long[PARTS * Limits.SLOTS * MEMORY];
    private final int[] given = new int[PARTS * Limits.SLOTS * MEMORY];
    private int count;

    /** Finds what begins in the frames from {@code from} up to {@code to}, {@code to} left out, in order of time. */
    void find(Score score, long from, long to) {
        count = 0;
        Timeline timeline = score.timeline();
        long first = timeline.firstTickFrom(from);
        long end = timeline.firstTickFrom(to);
        for (int p = 0; p < score.parts().size(); p++) {
            Part part = score.parts().get(p);
            if (end > part.launch() && first - 2L * tutti.music.Ticks.PER_WHOLE < part.end()) {
                int bank = bank(score, part);
                for (int slot = 0; slot < Limits.SLOTS; slot++) {
                    LaneScore lane = part.lane(slot);
                    if (lane != null) {
                        find(timeline, part, bank, lane, slot, first - part.launch(), end - part.launch());
                    }
                }
            }
        }
    }

    private void find(Timeline timeline, Part part, int bank, LaneScore lane, int slot, long first, long end) {
        long last = lane.times().lastNear(end - 1);
        for (long k = Math.max(0, lane.times().firstNear(first) - 1); k <= last; k++) {
            int i = lane.index(k);
            if (lane.on(i) && part.launch() + lane.times().clock().tickOf(k) < part.end()) {
                int ratchet = lane.continues(k) ? 1 : lane.ratchet(i);
                for (int hit = 0; hit < ratchet; hit++) {
                    long tick = lane.hit(k, hit);
                    if (tick >= first && tick < end && part.plays(slot, k) && firstTime(bank, slot, k, hit)) {
                        int event = add(timeline.frameAt(part.launch() + tick));
                        parts[event] = part;
                        lanes[event] = lane;
                        slots[event] = slot;
                        steps[event] = k;
                        hits[event] = hit;
                    }
                }
            }
        }
    }

    private boolean firstTime(int bank, int slot, long k, int hit) {
        int at = (bank * Limits.SLOTS + slot) * MEMORY + (int) (k % MEMORY);
        if (remembered[at] != k) {
            remembered[at] = k;
            given[at] = 0;
        }
        boolean isNew = (given[at] & 1 << hit) == 0;
        given[at] |= 1 << hit;
        return isNew;
    }

    /**
     * Where the run of {@code part} is remembered: where it was before, or in place of what no part of the score needs.
     */
    private int bank(Score score, Part part) {
        int free = -1;
        for (int bank = 0; bank < PARTS; bank++) {
            if (begun[bank] && runs[bank] == part.run()) {
                return bank;
            }
            free = free < 0 && !needed(score, runs[bank]) ? bank : free;
        }
        int bank = Math.max(0, free);
        begun[bank] = true;
        runs[bank] = part.run();
        int size = Limits.SLOTS * MEMORY;
        Arrays.fill(remembered, bank * size, (bank + 1) * size, -1);
        return bank;
    }

    private static boolean needed(Score score, long run) {
        for (int p = 0; p < score.parts().size(); p++) {
            if (score.parts().get(p).run() == run) {
                return true;
            }
        }
        return false;
    }

    /** A place for an event of that frame: by frame, and among equals as found. */
    private int add(long frame) {
        if (count == Limits.EVENTS) {
            throw new IllegalStateException("more note starts in a chunk than a full score can have");
        }
        int at = count++;
        while (at > 0 && frames[at - 1] > frame) {
            move(at - 1, at);
            at--;
        }
        frames[at] = frame;
        return at;
    }

    private void move(int from, int to) {
        frames[to] = frames[from];
        parts[to] = parts[from];
        lanes[to] = lanes[from];
        slots[to] = slots[from];
        steps[to] = steps[from];
        hits[to] = hits[from];
    }

    int count() {
        return count;
    }

    long frame(int event) {
        return frames[event];
    }

    int slot(int event) {
        return slots[event];
    }

    long step(int event) {
        return steps[event];
    }

    int hit(int event) {
        return hits[event];
    }

    Part part(int event) {
        return parts[event];
    }

    LaneScore lane(int event) {
        return lanes[event];
    }
}
