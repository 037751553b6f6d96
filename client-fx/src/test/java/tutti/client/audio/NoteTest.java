package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tutti.model.Instrument;
import tutti.model.Session;
import tutti.model.Track;

/** How loud, how long and how high notes are, on rendered sound. One 16th is 6,000 frames at 120 BPM. */
class NoteTest {
    private static final int FADE = 20 * 48;

    private static float[] render(int frames, String... lines) {
        return Studio.left(Studio.session(lines), frames);
    }

    private static double level(float[] sound, int frame) {
        return Studio.decibels(Math.abs(sound[frame]));
    }

    /** The last frame of the first stretch that sounds. */
    private static int end(float[] sound) {
        int i = 0;
        while (Math.abs(sound[i]) < 1e-6) {
            i++;
        }
        while (i < sound.length && Math.abs(sound[i]) > 1e-6) {
            i++;
        }
        return i - 1;
    }

    @Test
    void velocity_is_forty_times_the_logarithm_and_an_accent_four_decibels_more() {
        float[] sound = render(
                24_000,
                "track a sample:impulse A",
                "set volume 0",
                "steps xxxx",
                "2 velocity 64",
                "3 velocity 44",
                "4 velocity 64 accent true");
        assertEquals(-4.15, level(sound, 0), 0.01);
        assertEquals(-11.90, level(sound, 6_000), 0.01);
        assertEquals(-18.42, level(sound, 12_000), 0.01);
        assertEquals(-7.90, level(sound, 18_000), 0.01);
    }

    @Test
    void fader_and_pan_are_what_the_track_says() {
        float[] sound =
                render(6_000, "track a sample:impulse A", "set volume -6000 pan -1000", "steps x", "all velocity 127");
        assertEquals(-6 + 3.01, level(sound, 0), 0.01);
    }

    @Test
    void the_hits_of_a_ratchet_rise_along_its_ramp() {
        float[] sound = render(
                6_000, "track a sample:impulse A", "set volume 0", "steps x", "1 velocity 100 ratchet 3 ramp 50");
        assertEquals(Studio.decibels(0.5 * 0.5), level(sound, 0) - level(sound, 4_000), 0.01);
        assertEquals(Studio.decibels(0.75 * 0.75), level(sound, 2_000) - level(sound, 4_000), 0.01);
    }

    @Test
    void a_held_sound_lasts_its_step_and_then_fades_for_its_release() {
        int end = end(render(24_000, "track a sample:held A", "set volume -12000", "steps x---"));
        assertEquals(6_000 + FADE, end, 3);
    }

    @Test
    void a_drum_plays_out_unless_a_gate_is_set() {
        assertEquals(
                2 * 48_000 - 1,
                end(render(120_000, "track a sample:out A", "set volume -12000", "steps x" + "-".repeat(31))));
        int end = end(
                render(120_000, "track a sample:out A", "set volume -12000", "steps x" + "-".repeat(31), "1 gate 250"));
        assertEquals(15_000 + FADE, end, 3);
    }

    @Test
    void ties_hold_the_note_before_also_over_the_loop_s_end() {
        float[] sound =
                render(60_000, "track a sample:held A", "set volume -12000", "steps x-xx", "1 tie true", "4 tie true");
        assertEquals(6_000 + FADE, end(sound), 3, "a tie on the first step of a run is a note of its own");
        float[] later = java.util.Arrays.copyOfRange(sound, 11_900, sound.length);
        assertEquals(100, Studio.onsets(later).getFirst(), "step 3 begins");
        assertEquals(18_000 + 100 + FADE, end(later), 3, "and lasts through 4 and the tied 1 of the next lap");
    }

    @Test
    void a_tie_after_a_step_that_is_off_begins_a_note() {
        float[] sound = render(24_000, "track a sample:held A", "set volume -12000", "steps --x-", "3 tie true");
        assertEquals(12_000, Studio.onsets(sound).getFirst());
    }

    @Test
    void a_group_chokes_what_began_before_and_fades_it_without_an_edge() {
        float[] sound = render(
                24_000,
                "track a sample:out A",
                "set volume -12000 choke 1",
                "steps x---",
                "track b sample:impulse B",
                "set volume -60000 choke 1",
                "steps --x-");
        assertEquals(12_000 + Voices.CHOKE, end(sound), 3);
        for (int i = 1; i < 24_000; i++) {
            assertTrue(i == 1 || Math.abs(sound[i] - sound[i - 1]) < 0.004, "an edge at " + i);
        }
    }

    @Test
    void notes_of_one_frame_do_not_choke_one_another() {
        float[] sound = render(
                24_000,
                "track a sample:out A",
                "set volume -12000 choke 1",
                "steps x---",
                "track b sample:impulse B",
                "set volume -60000 choke 1",
                "steps x---");
        assertTrue(end(sound) >= 20_000, "ends at " + end(sound));
    }

    @Test
    void what_one_sound_was_set_to_is_not_heard_in_another() {
        String other = "set fm.ratio 9000 fm.index 9000 sampling.start 500 sampling.reverse true";
        assertArrayEquals(
                render(9_000, "track a sub A", "set sub.cutoff 900", "steps x"),
                render(9_000, "track a sub A", "set sub.cutoff 900", other, "steps x"));
        String sub = "set sub.cutoff 50 sub.attack 900 sub.octave 2 fm.index 9000";
        assertArrayEquals(
                render(9_000, "track a sample:sine A", "steps x"),
                render(9_000, "track a sample:sine A", sub, "steps x"));
    }

    @Test
    void a_muted_track_is_silent() {
        assertTrue(Studio.onsets(render(9_000, "track a sample:impulse A", "set volume 0 mute true", "steps x"))
                .isEmpty());
    }

    @Test
    void an_unknown_sound_is_silent_and_nothing_plays_in_its_place() {
        Session session = Studio.session("track a sample:nowhere A", "steps x");
        assertTrue(Studio.onsets(Studio.left(session, 9_000)).isEmpty());
        for (String code : new String[] {"sample:nowhere", "legacy:nothing-we-know", "none"}) {
            Track track = Tracks.of(new Instrument(code));
            assertTrue(Studio.instruments().played(track).isEmpty(), code);
        }
    }
}
