package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Track;

/** The demos as they sound: loud enough, not limited to death, and alive on a small speaker. */
@Tag("slow")
class DemoSoundTest {
    private static final int FRAMES = 40 * Studio.RATE;

    private static float[][] rendered(Session session) {
        return new OfflineRenderer(new Instruments(SoundCatalogue.load())).render(session, PatternSlot.A, FRAMES);
    }

    private static double peak(float[][] sound) {
        double peak = 0;
        for (float[] side : sound) {
            for (float sample : side) {
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        return Studio.decibels(peak);
    }

    private static double lostOnASmallSpeaker(float[][] sound) {
        return LoudnessMeter.integrated(sound)
                - LoudnessMeter.integrated(LoudnessMeter.above(200, sound[0]), LoudnessMeter.above(200, sound[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-light", "boom-bap", "eleven-doors", "slow-burn"})
    void every_demo_meets_the_marks(String name) {
        Session session = Studio.demo(name);
        float[][] sound = rendered(session);
        assertEquals(-16, LoudnessMeter.integrated(sound), 1.5);
        assertTrue(peak(sound) <= -0.999, "peak " + peak(sound));
        assertTrue(lostOnASmallSpeaker(sound) < 6, "lost " + lostOnASmallSpeaker(sound));
        assertTrue(limited(session) <= 1, "limited by " + limited(session) + " dB");
    }

    /** By how many decibels the limiter works at most. */
    private static double limited(Session session) {
        Meters meters = new Meters();
        RoomMix mix = new RoomMix(0, meters, new Sinc());
        mix.play(Studio.score(new Instruments(SoundCatalogue.load()), session));
        for (int done = 0; done < FRAMES; done += Limits.CHUNK) {
            mix.render(Limits.CHUNK, Listener.FIRST);
        }
        return -Studio.decibels(1 - meters.takeLimited());
    }

    @Test
    void first_light_is_as_it_was_measured() {
        float[][] sound = rendered(Studio.demo("first-light"));
        assertEquals(-16.2, LoudnessMeter.integrated(sound), 0.5);
        assertEquals(-2.1, peak(sound), 1);
        assertEquals(2.3, lostOnASmallSpeaker(sound), 0.7);
    }

    @Test
    void demos_and_kits_name_only_sounds_that_are_there() {
        SoundCatalogue catalogue = SoundCatalogue.load();
        Instruments instruments = new Instruments(catalogue);
        for (String name : new String[] {"first-light", "boom-bap", "eleven-doors", "slow-burn"}) {
            for (Shelf.Entry<Track> track : Studio.demo(name).liveTracks()) {
                assertTrue(instruments.played(track.node()).isPresent(), name + " " + track.id());
            }
        }
        for (Kit kit : catalogue.kits()) {
            assertEquals(8, kit.slots().size(), kit.id());
            assertTrue(kit.slots().stream().allMatch(t -> instruments.played(t).isPresent()), kit.id());
        }
        assertTrue(catalogue.kits().size() >= 5);
    }

    @Test
    void each_of_the_99_legacy_sounds_plays() {
        SoundCatalogue catalogue = SoundCatalogue.load();
        assertEquals(99, catalogue.legacyIds().size());
        OfflineRenderer renderer = new OfflineRenderer(new Instruments(catalogue));
        for (String id : catalogue.legacyIds()) {
            Session session = Studio.session("track a legacy:" + id + " A", "set volume 0", "steps x---");
            double peak = peak(renderer.render(session, PatternSlot.A, Studio.RATE / 4));
            assertTrue(peak > -40 && peak < -0.9, id + " peaks at " + peak);
        }
    }
}
