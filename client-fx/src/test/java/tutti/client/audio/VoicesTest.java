package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pool: how many sound, who goes first, and that nobody goes with a click. */
@Tag("slow")
class VoicesTest {
    private static final int BLOCK = 100;

    private final Voices voices = new Voices(Limits.VOICES, Limits.TAILS, new Sinc());
    private final Channel[] channels = new Channel[Limits.SLOTS];
    private final float[] left = new float[BLOCK];
    private final float[] right = new float[BLOCK];
    private long frame;

    VoicesTest() {
        for (int i = 0; i < channels.length; i++) {
            channels[i] = new Channel();
            channels[i].adopt(Strip.NONE, true, true);
        }
    }

    private Note note(int slot) {
        Note note = new Note();
        float[] ones = new float[96_000];
        java.util.Arrays.fill(ones, 0.01f);
        note.sound = new Patch.Sampled(new Pcm(ones), 0, 0, false, true);
        note.slot = slot;
        note.gain = 1;
        note.frame = frame;
        note.attack = 480;
        note.release = 480;
        note.releaseAt = Voice.NEVER;
        return note;
    }

    private void render() {
        java.util.Arrays.fill(left, 0);
        voices.render(frame, BLOCK, new float[Limits.CHUNK], channels, 0);
        for (Channel channel : channels) {
            channel.mix(left, right, BLOCK);
        }
        frame += BLOCK;
    }

    private float level(int slot) {
        java.util.Arrays.fill(left, 0);
        voices.render(frame, BLOCK, new float[Limits.CHUNK], channels, 0);
        channels[slot].mix(left, right, BLOCK);
        for (Channel channel : channels) {
            channel.mix(right, right, BLOCK);
        }
        frame += BLOCK;
        return left[BLOCK - 1];
    }

    @Test
    void at_most_64_sound_and_a_hundred_notes_make_no_edge() {
        float last = 0;
        for (int i = 0; i < 100; i++) {
            voices.start(note(i % 4));
            for (int block = 0; block < 2; block++) {
                render();
                for (float sample : left) {
                    assertTrue(Math.abs(sample - last) < 0.002, "an edge of " + (sample - last) + " after note " + i);
                    last = sample;
                }
            }
            assertTrue(voices.sounding() <= Limits.VOICES);
        }
        assertEquals(Limits.VOICES, voices.sounding());
        assertEquals(0, voices.refused());
    }

    @Test
    void the_track_with_the_most_voices_pays_and_a_lone_note_stays() {
        voices.start(note(7));
        for (int i = 0; i < 200; i++) {
            voices.start(note(1));
            render();
        }
        assertTrue(level(7) > 0.0049, "the oldest note of all still sounds");
    }

    @Test
    void a_note_whose_key_is_up_goes_before_any_that_is_held() {
        Note leaving = note(7);
        leaving.releaseAt = 0;
        leaving.release = 96_000;
        voices.start(leaving);
        for (int i = 0; i < Limits.VOICES - 1; i++) {
            voices.start(note(1));
        }
        render();
        voices.start(note(2));
        render();
        render();
        assertTrue(level(7) < 1e-6, "it is gone");
    }

    @Test
    void more_steals_in_4_ms_than_tails_refuse_notes_instead_of_clicking() {
        for (int i = 0; i < Limits.VOICES + Limits.TAILS + 5; i++) {
            voices.start(note(1));
        }
        assertEquals(5, voices.refused());
    }
}
