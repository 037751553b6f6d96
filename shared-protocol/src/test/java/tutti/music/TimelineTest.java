package tutti.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Seeds;

@DisplayName("Musical time")
class TimelineTest {
    private static final long SEED = 20_261_124;
    private static final long HUNDRED_DAYS = 100L * 86_400_000_000L;

    private final SplittableRandom dice = new SplittableRandom(SEED);

    @Test
    @DisplayName("a beat at 120 BPM is half a second and 24,000 frames")
    void oneBeat() {
        Timeline time = Timeline.startingAt(1_000_000, 12_000);
        assertEquals(1_500_000, time.microsAt(Ticks.PER_QUARTER));
        assertEquals(Ticks.PER_QUARTER, time.tickAt(1_500_000));
        assertEquals(72_000, time.frameAt(Ticks.PER_QUARTER));
        assertEquals(Ticks.PER_QUARTER, time.firstTickFrom(72_000));
    }

    @Test
    @DisplayName("ticks and microseconds belong together in both directions")
    void microsAreABijection() {
        for (int i = 0; i < Seeds.of(20_000); i++) {
            Timeline time = anyTimeline();
            long tick = anyTick();
            long micros = time.microsAt(tick) + dice.nextLong(-3, 4);
            assertEquals(time.microsAt(tick) <= micros, tick <= time.tickAt(micros), () -> time + " seed " + SEED);
        }
    }

    @Test
    @DisplayName("ticks and frames belong together in both directions")
    void framesAreABijection() {
        for (int i = 0; i < Seeds.of(20_000); i++) {
            Timeline time = anyTimeline();
            long tick = anyTick();
            long frame = time.frameAt(tick) + dice.nextLong(-2, 3);
            assertEquals(time.frameAt(tick) >= frame, tick >= time.firstTickFrom(frame), () -> time + " seed " + SEED);
        }
    }

    @Test
    @DisplayName("nothing accumulates: after 100 days a step falls into the frame that exact fractions give")
    void noDrift() {
        for (int i = 0; i < Seeds.of(20_000); i++) {
            int centiBpm = dice.nextInt(2_000, 30_001);
            long start = dice.nextLong(HUNDRED_DAYS);
            long tick = dice.nextLong(1L << 50);
            Timeline time = Timeline.startingAt(start, centiBpm);
            assertEquals(exactFrame(start, tick, centiBpm), time.frameAt(tick), () -> time + " seed " + SEED);
        }
    }

    @Test
    @DisplayName("time never goes back over a tempo change")
    void monotone() {
        for (int i = 0; i < Seeds.of(5_000); i++) {
            Timeline time = anyTimeline();
            long edge = time.segments().getLast().startTick();
            for (long tick = edge - 5; tick < edge + 5; tick++) {
                assertTrue(time.microsAt(tick) <= time.microsAt(tick + 1));
                assertTrue(time.frameAt(tick) <= time.frameAt(tick + 1));
            }
        }
    }

    @Test
    @DisplayName("a new tempo changes nothing before its beat, and drops what was to come after it")
    void tempoChange() {
        Timeline before = Timeline.startingAt(0, 12_000).withTempo(8L * Ticks.PER_QUARTER, 6_000);
        Timeline after = before.withTempo(4L * Ticks.PER_QUARTER, 24_000);
        assertEquals(before.microsAt(3_999_999), after.microsAt(3_999_999));
        assertEquals(2_250_000, after.microsAt(5L * Ticks.PER_QUARTER));
        assertEquals(2, after.segments().size());
        assertEquals(24_000, after.centiBpmAt(4L * Ticks.PER_QUARTER));
        assertEquals(12_000, after.centiBpmAt(4L * Ticks.PER_QUARTER - 1));
    }

    @Test
    @DisplayName("an endless tempo drag is remembered for 64 changes, and moves nothing that is still to come")
    void bounded() {
        Timeline time = Timeline.startingAt(0, 12_000);
        for (int beat = 1; beat < 200; beat++) {
            time = time.withTempo((long) beat * Ticks.PER_QUARTER, beat % 2 == 0 ? 12_000 : 6_000);
        }
        assertEquals(Limits.SEGMENTS, time.segments().size());
        assertEquals(150_000_000, time.microsAt(200L * Ticks.PER_QUARTER));
    }

    @Test
    @DisplayName("segments that do not follow each other are no timeline")
    void parsedAtTheDoor() {
        Segment first = new Segment(0, 0, 12_000);
        assertThrows(IllegalArgumentException.class, () -> new Timeline(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Timeline(List.of(first, first)));
        Segment early = new Segment(Ticks.PER_QUARTER, 499_999, 12_000);
        assertThrows(IllegalArgumentException.class, () -> new Timeline(List.of(first, early)));
        assertThrows(IllegalArgumentException.class, () -> new Segment(0, 0, 0));
    }

    private Timeline anyTimeline() {
        Timeline time = Timeline.startingAt(dice.nextLong(HUNDRED_DAYS), dice.nextInt(2_000, 30_001));
        for (int i = dice.nextInt(4); i > 0; i--) {
            time = time.withTempo(anyTick(), dice.nextInt(2_000, 30_001));
        }
        return time;
    }

    private long anyTick() {
        return dice.nextLong(-Ticks.PER_WHOLE, 1_000L * Ticks.PER_WHOLE);
    }

    private static long exactFrame(long startMicros, long tick, int centiBpm) {
        BigInteger den = BigInteger.valueOf(Ticks.PER_QUARTER).multiply(BigInteger.valueOf(centiBpm));
        BigInteger micros = BigInteger.valueOf(startMicros)
                .multiply(den)
                .add(BigInteger.valueOf(tick).multiply(BigInteger.valueOf(6_000_000_000L)));
        return micros.multiply(BigInteger.valueOf(48))
                .divide(den.multiply(BigInteger.valueOf(1_000)))
                .longValueExact();
    }
}
