package tutti.music;

import java.util.ArrayList;
import java.util.List;

/**
 * Musical time as a value: which tick falls at which microsecond of room time, and in which frame of 48 kHz sound.
 *
 * <p>A tempo change begins a new {@link Segment} at a beat; the first segment also holds before its start. Inside a
 * segment the map is an exact line of whole-number ratio, so nothing accumulates however long the room plays. Rounding
 * happens once, when a whole number is asked for, and so that the two directions belong together: for every tick
 * {@code t} and microsecond {@code u}, {@code microsAt(t) <= u} exactly when {@code t <= tickAt(u)}; for every frame
 * {@code f}, {@code frameAt(t) >= f} exactly when {@code t >= firstTickFrom(f)}. Immutable.
 *
 * @param segments in order of time, at least one, at most {@link Limits#SEGMENTS}
 */
public record Timeline(List<Segment> segments) {
    /** Frames of sound a millisecond; the engine renders at 48 kHz on every machine. */
    public static final int FRAMES_PER_MS = 48;

    /** Microseconds a millisecond. */
    public static final int MICROS_PER_MS = 1_000;

    /** @throws IllegalArgumentException if there are none, too many, or two do not follow each other in both times */
    public Timeline {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.size() > Limits.SEGMENTS) {
            throw new IllegalArgumentException("segments: " + segments.size());
        }
        for (int i = 1; i < segments.size(); i++) {
            if (!follows(segments.get(i - 1), segments.get(i))) {
                throw new IllegalArgumentException(segments.get(i) + " does not follow " + segments.get(i - 1));
            }
        }
    }

    private static boolean follows(Segment before, Segment after) {
        return after.startTick() > before.startTick() && after.startMicros() == before.microsAt(after.startTick());
    }

    /** A steady tempo whose tick 0 falls at {@code startMicros}. */
    public static Timeline startingAt(long startMicros, int centiBpm) {
        return new Timeline(List.of(new Segment(0, startMicros, centiBpm)));
    }

    /**
     * The same time up to {@code tick}, and {@code centiBpm} from there on. Changes that were to come at or after
     * {@code tick} are dropped; beyond {@link Limits#SEGMENTS} the oldest is forgotten.
     */
    public Timeline withTempo(long tick, int centiBpm) {
        List<Segment> kept = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.startTick() < tick) {
                kept.add(segment);
            }
        }
        kept.add(new Segment(tick, microsAt(tick), centiBpm));
        return new Timeline(kept.subList(Math.max(0, kept.size() - Limits.SEGMENTS), kept.size()));
    }

    /** The first microsecond of room time at or after {@code tick}. */
    public long microsAt(long tick) {
        return segmentAt(tick).microsAt(tick);
    }

    /** The last tick at or before {@code micros} of room time. */
    public long tickAt(long micros) {
        int i = segments.size() - 1;
        while (i > 0 && segments.get(i).startMicros() > micros) {
            i--;
        }
        return segments.get(i).tickAt(micros);
    }

    /** The frame of room time (48 kHz, frame 0 at microsecond 0) in which {@code tick} sounds. */
    public long frameAt(long tick) {
        return segmentAt(tick).frameAt(tick);
    }

    /** The first tick that sounds in {@code frame} or later. */
    public long firstTickFrom(long frame) {
        int i = segments.size() - 1;
        while (i > 0 && segments.get(i).frameAt(segments.get(i).startTick()) >= frame) {
            i--;
        }
        long tick = segments.get(i).firstTickFrom(frame);
        return i + 1 < segments.size() ? Math.min(tick, segments.get(i + 1).startTick()) : tick;
    }

    /** The tempo that holds at {@code tick}, in hundredths of a quarter note a minute. */
    public int centiBpmAt(long tick) {
        return segmentAt(tick).centiBpm();
    }

    private Segment segmentAt(long tick) {
        int i = segments.size() - 1;
        while (i > 0 && segments.get(i).startTick() > tick) {
            i--;
        }
        return segments.get(i);
    }
}
