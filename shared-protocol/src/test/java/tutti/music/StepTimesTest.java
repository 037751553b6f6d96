package tutti.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Seeds;
import tutti.model.StepValue;

@DisplayName("When steps are played")
class StepTimesTest {
    private static final long SEED = 4_711;
    private static final int BAR = Ticks.PER_WHOLE;
    private static final int SIXTEENTH = Ticks.PER_SIXTEENTH;
    private static final int[] STEPS =
            Arrays.stream(StepValue.values()).mapToInt(Ticks::of).toArray();

    private final SplittableRandom dice = new SplittableRandom(SEED);

    @Test
    @DisplayName("every written moment is a whole tick: nudges, gates, ratchets and swings of any step")
    void wholeTicks() {
        for (int step : STEPS) {
            assertEquals(0, step % 1_000, "nudge");
            for (int hits = 1; hits <= 8; hits++) {
                assertEquals(0, step % hits, "ratchet");
            }
        }
        assertEquals(0, SIXTEENTH / 2 % (2 * Swing.MOST), "swing of 32nds");
    }

    @Test
    @DisplayName("a lane that restarts every bar begins each bar with its first step, and counts its laps on")
    void restart() {
        LaneClock clock = new LaneClock(SIXTEENTH, 7, BAR);
        assertEquals(15, clock.firstFrom(BAR - SIXTEENTH));
        assertEquals(BAR, clock.tickOf(16));
        assertEquals(0, clock.indexOf(16));
        assertEquals(1, clock.indexOf(15));
        assertEquals(2, clock.lapOf(15));
        assertEquals(3, clock.lapOf(16));
    }

    @Test
    @DisplayName("a restart cuts off a step that does not fit, with the hits in it")
    void cutShort() {
        LaneClock clock = new LaneClock(Ticks.PER_QUARTER * 2 / 3, 4, 3L * Ticks.PER_QUARTER);
        assertEquals(5L * Ticks.PER_QUARTER / 3, clock.tickOf(2) + Ticks.PER_QUARTER / 3);
        assertEquals(Ticks.PER_QUARTER / 3, clock.ticksOf(4));
        assertEquals(3L * Ticks.PER_QUARTER, clock.tickOf(5));
        long last = new StepTimes(clock, Swing.STRAIGHT).hit(4, 0, 1, 2);
        assertEquals(clock.tickOf(4) + Ticks.PER_QUARTER / 6, last);
    }

    @Test
    @DisplayName("the first step from a moment is the least whose moment is not before it")
    void inverse() {
        for (int i = 0; i < Seeds.of(20_000); i++) {
            LaneClock clock = anyClock();
            long tick = dice.nextLong(-BAR, 40L * BAR);
            long k = clock.firstFrom(tick);
            assertTrue(clock.tickOf(k) >= tick && clock.tickOf(k - 1) < tick, () -> clock + " at " + tick);
            assertEquals(k, clock.firstFrom(clock.tickOf(k)));
            assertEquals(clock.tickOf(k) == tick ? k : k - 1, clock.lastUntil(tick));
        }
    }

    @Test
    @DisplayName("one step later is the next place in the lane or its first, and a first begins a lap")
    void laps() {
        for (int i = 0; i < Seeds.of(20_000); i++) {
            LaneClock clock = anyClock();
            long k = dice.nextLong(0, 5_000);
            boolean begins = clock.indexOf(k + 1) == 0;
            assertEquals(begins ? 0 : clock.indexOf(k) + 1, clock.indexOf(k + 1), clock::toString);
            assertEquals(clock.lapOf(k) + (begins ? 1 : 0), clock.lapOf(k + 1), clock::toString);
        }
    }

    @Test
    @DisplayName("at 56 % the second 16th falls at 56 hundredths of the pair")
    void swing56() {
        Swing swing = Swing.onGrid(240, SIXTEENTH, BAR);
        assertEquals(2L * SIXTEENTH * 56 / 100, swing.played(1, SIXTEENTH));
        assertEquals(2L * SIXTEENTH, swing.played(2, 2L * SIXTEENTH));
        assertEquals(SIXTEENTH * 56L / 100, swing.played(0, SIXTEENTH / 2), "the 32nd before it in proportion");
        assertEquals(2L * SIXTEENTH * 78 / 100, swing.played(0, SIXTEENTH * 3L / 2), "and the one behind it");
    }

    @Test
    @DisplayName("what is written at one moment sounds at one moment in lanes of any length")
    void noFlam() {
        Swing swing = Swing.onGrid(1_000, SIXTEENTH, BAR);
        for (int i = 0; i < Seeds.of(5_000); i++) {
            StepTimes five = new StepTimes(new LaneClock(SIXTEENTH, 5, 0), swing);
            StepTimes other = new StepTimes(new LaneClock(SIXTEENTH / 2, 1 + dice.nextInt(128), 0), swing);
            long k = dice.nextLong(10_000);
            assertEquals(five.onset(k, 0), other.onset(2 * k, 0));
            assertEquals(five.hit(k, 0, 1, 2), other.onset(2 * k + 1, 0));
        }
    }

    @Test
    @DisplayName("a unit without a partner at the end of a bar stays straight")
    void oddBar() {
        int sevenEighths = 7 * Ticks.PER_EIGHTH;
        Swing swing = Swing.onGrid(1_000, Ticks.PER_EIGHTH, sevenEighths);
        assertEquals(6L * Ticks.PER_EIGHTH + SIXTEENTH, swing.played(0, 6L * Ticks.PER_EIGHTH + SIXTEENTH));
        assertEquals(sevenEighths + Ticks.PER_EIGHTH * 3L / 2, swing.played(0, sevenEighths + Ticks.PER_EIGHTH));
    }

    @Test
    @DisplayName("swing keeps the order of moments, and moves none before its written one")
    void orderKept() {
        for (int i = 0; i < Seeds.of(20_000); i++) {
            Swing swing = Swing.onGrid(dice.nextInt(1_001), dice.nextBoolean() ? SIXTEENTH : Ticks.PER_EIGHTH, BAR);
            long tick = dice.nextLong(4L * BAR);
            long late = swing.played(0, tick) - tick;
            assertTrue(late >= 0 && late <= swing.mostLate());
            assertTrue(swing.played(0, tick) <= swing.played(0, tick + 1));
        }
    }

    @Test
    @DisplayName("swing by lane makes every odd place of the lane late, also when the lane is odd")
    void byLane() {
        LaneClock clock = new LaneClock(SIXTEENTH, 5, 0);
        Swing swing = Swing.byLane(500, clock);
        assertEquals(SIXTEENTH * 5L / 4, swing.played(1, clock.tickOf(1)));
        assertEquals(5L * SIXTEENTH, swing.played(5, clock.tickOf(5)));
        assertEquals(SIXTEENTH * 6L + SIXTEENTH / 4, swing.played(6, clock.tickOf(6)));
    }

    @Test
    @DisplayName("a nudge is thousandths of a step, on top of swing")
    void nudge() {
        StepTimes times = new StepTimes(new LaneClock(SIXTEENTH, 16, 0), Swing.onGrid(1_000, SIXTEENTH, BAR));
        assertEquals(SIXTEENTH * 3L / 2 - SIXTEENTH / 2, times.onset(1, -500));
        assertEquals(SIXTEENTH / 1_000, times.onset(0, 1));
        assertEquals(SIXTEENTH * 3L / 2, times.end(0, 0, 100), "a full gate reaches the next swung step");
    }

    @Test
    @DisplayName("no step outside the candidates can begin in a stretch of time")
    void candidates() {
        for (int i = 0; i < Seeds.of(10_000); i++) {
            LaneClock clock = anyClock();
            StepTimes times = new StepTimes(clock, Swing.onGrid(dice.nextInt(1_001), Ticks.PER_EIGHTH, BAR));
            long tick = dice.nextLong(20L * BAR);
            for (long back = 1; back < 5; back++) {
                assertTrue(times.onset(times.firstNear(tick) - back, 500) < tick, times::toString);
                assertTrue(times.onset(times.lastNear(tick) + back, -500) > tick, times::toString);
            }
        }
    }

    @Test
    @DisplayName("a lane without length is none")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> new LaneClock(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new LaneClock(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new LaneClock(1, 1, -1));
    }

    private LaneClock anyClock() {
        int step = STEPS[dice.nextInt(STEPS.length)];
        long restart = dice.nextBoolean() ? 0 : dice.nextLong(1, 5) * dice.nextLong(1, 15) * SIXTEENTH;
        return new LaneClock(step, 1 + dice.nextInt(128), restart);
    }
}
