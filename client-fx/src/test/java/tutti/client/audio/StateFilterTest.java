package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tutti.client.audio.StateFilter.Pass;

/** The filter of voices and channels: what passes is what theory says, however blocks are cut. */
class StateFilterTest {
    private static final int FRAMES = 48_000;
    private static final int CUT = 2_000;
    private static final double DAMPING = StateFilter.damping(600);

    private static StateFilter filter(Pass pass) {
        StateFilter filter = new StateFilter();
        filter.tune(pass, StateFilter.warped(CUT), DAMPING);
        return filter;
    }

    /** Of the analogue filter at the frequency that the bilinear transform puts in that place. */
    private static double theory(Pass pass, int hertz) {
        double w = Math.tan(Math.PI * hertz / Limits.RATE) / Math.tan(Math.PI * CUT / Limits.RATE);
        double below = Math.hypot(1 - w * w, DAMPING * w);
        return switch (pass) {
            case LOW -> 1 / below;
            case BAND -> DAMPING * w / below;
            case HIGH -> w * w / below;
        };
    }

    private static double measured(Pass pass, int hertz) {
        float[] sound = new float[2 * FRAMES];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) Math.sin(2 * Math.PI * hertz * i / FRAMES);
        }
        filter(pass).run(sound, 0, sound.length);
        double sin = 0;
        double cos = 0;
        for (int i = FRAMES; i < 2 * FRAMES; i++) {
            sin += sound[i] * Math.sin(2 * Math.PI * hertz * i / FRAMES);
            cos += sound[i] * Math.cos(2 * Math.PI * hertz * i / FRAMES);
        }
        return 2 * Math.hypot(sin, cos) / FRAMES;
    }

    @ParameterizedTest
    @EnumSource
    void what_passes_is_what_theory_says(Pass pass) {
        for (int hertz : new int[] {100, 1_000, 1_900, 2_000, 2_100, 4_000, 15_000}) {
            assertEquals(theory(pass, hertz), measured(pass, hertz), 1e-5, pass + " at " + hertz + " Hz");
        }
    }

    @ParameterizedTest
    @EnumSource
    void samples_do_not_depend_on_how_blocks_are_cut(Pass pass) {
        Random chance = new Random(7);
        float[] whole = new float[1_000];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = chance.nextFloat() - 0.5f;
        }
        float[] cut = whole.clone();
        filter(pass).run(whole, 0, whole.length);
        StateFilter other = filter(pass);
        for (int at = 0; at < cut.length; ) {
            int frames = Math.min(chance.nextInt(6), cut.length - at);
            other.run(cut, at, frames);
            at += frames;
        }
        assertArrayEquals(whole, cut);
    }
}
