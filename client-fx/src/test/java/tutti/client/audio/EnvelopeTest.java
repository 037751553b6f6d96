package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tutti.model.Subtractive;

/** The envelope of the subtractive voice. */
class EnvelopeTest {
    private static final SubPatch PATCH = new SubPatch(Subtractive.BLANK);
    private static final int ATTACK = Limits.RATE * Subtractive.BLANK.attack() / 1_000;
    private static final int SECOND = Limits.RATE;

    private static float[] held(Envelope envelope, int frames) {
        envelope.start();
        float[] levels = new float[frames];
        envelope.fill(PATCH, levels, frames);
        return levels;
    }

    @Test
    void it_falls_as_an_exponential_and_stays_where_it_is_held() {
        float[] levels = held(new Envelope(), 60 * SECOND);
        for (int i = 1; i <= 10_000; i++) {
            double due = PATCH.sustain + (1 - PATCH.sustain) * Math.pow(1 - PATCH.decayPart, i);
            assertEquals(due, levels[ATTACK - 1 + i], 1e-6, "frame " + i);
        }
        assertEquals(PATCH.sustain, levels[10 * SECOND]);
        assertEquals(PATCH.sustain, levels[60 * SECOND - 1]);
    }

    @Test
    void it_ends_at_80_dB_below_and_is_silent_then() {
        Envelope envelope = new Envelope();
        held(envelope, SECOND);
        envelope.release(PATCH);
        float[] levels = new float[SECOND];
        envelope.fill(PATCH, levels, SECOND);
        int due = (int) Math.ceil(Math.log(1e-4 / PATCH.sustain) / Math.log(1 - PATCH.releasePart));
        assertTrue(envelope.ended());
        assertTrue(levels[due - 2] > 1e-4f && levels[due] <= 1e-4f, "frame " + due);
        assertEquals(0, levels[due + 1]);
        assertEquals(0, levels[SECOND - 1]);
    }

    @Test
    void levels_do_not_depend_on_how_blocks_are_cut() {
        Envelope envelope = new Envelope();
        float[] whole = held(envelope, SECOND);
        Envelope other = new Envelope();
        other.start();
        float[] cut = new float[SECOND];
        Random chance = new Random(3);
        for (int at = 0; at < SECOND; ) {
            float[] block = new float[Math.min(1 + chance.nextInt(7), SECOND - at)];
            other.fill(PATCH, block, block.length);
            System.arraycopy(block, 0, cut, at, block.length);
            at += block.length;
        }
        assertArrayEquals(whole, cut);
        assertFalse(other.ended());
    }
}
