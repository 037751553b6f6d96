package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.model.Session;

/** Each note begins on the very frame that the document says; the error is 0 samples. */
class OnsetTest {
    private static List<Long> rendered(Session session, int seconds) {
        return Studio.onsets(Studio.left(session, seconds * Studio.RATE));
    }

    private static List<Long> expected(int centiBpm, int seconds, LongStream thousandths) {
        return thousandths
                .map(t -> Studio.frame(t, centiBpm))
                .filter(frame -> frame < (long) seconds * Studio.RATE)
                .boxed()
                .toList();
    }

    @Test
    void straight_sixteenths_at_an_uneven_tempo_never_drift() {
        Session session = Studio.session("tempo 12345", "track a sample:impulse A", "steps x");
        assertEquals(expected(12_345, 20, LongStream.range(0, 400).map(k -> k * 1_000)), rendered(session, 20));
    }

    @Test
    void swing_moves_the_second_sixteenth_of_each_pair_on_the_bar_grid() {
        Session session = Studio.session("tempo 12200", "swing 240", "track a sample:impulse A", "steps xxxxxxx");
        LongStream swung = LongStream.range(0, 100).map(k -> k % 2 == 0 ? k * 1_000 : (k - 1) * 1_000 + 1_120);
        assertEquals(expected(12_200, 5, swung), rendered(session, 5));
    }

    @Test
    void two_lanes_of_odd_length_do_not_flam() {
        Session session = Studio.session(
                "tempo 12200",
                "swing 240",
                "track a sample:impulse A",
                "steps x--",
                "track b sample:impulse B",
                "steps x");
        assertEquals(
                expected(12_200, 4, LongStream.range(0, 100).map(k -> k % 2 == 0 ? k * 1_000 : k * 1_000 + 120)),
                rendered(session, 4));
    }

    @Test
    void a_nudge_moves_by_thousandths_of_a_step_and_never_before_the_launch() {
        Session session = Studio.track("impulse", "steps x-x-", "1 nudge -500", "3 nudge 333");
        List<Long> all = new ArrayList<>(List.of(0L));
        expected(12_000, 2, LongStream.of(2_333, 3_500, 6_333, 7_500, 10_333, 11_500, 14_333, 15_500))
                .forEach(all::add);
        assertEquals(all, rendered(session, 2));
    }

    @Test
    void triplets_stay_straight_under_swing() {
        Session session = Studio.session("swing 500", "track a sample:impulse A", "steps xx", "lane value 1/8T");
        List<Long> thirds = LongStream.range(0, 12).map(k -> k * 8_000).boxed().toList();
        assertEquals(thirds, rendered(session, 2));
    }

    @Test
    void hits_of_a_ratchet_divide_their_step() {
        Session session = Studio.track("impulse", "steps x---", "1 ratchet 3");
        List<Long> hits = List.of(0L, 2_000L, 4_000L, 24_000L, 26_000L, 28_000L);
        assertEquals(hits, rendered(session, 1));
    }

    @Test
    void a_lane_that_restarts_begins_anew_with_the_bar() {
        Session session = Studio.track("impulse", "steps x--", "lane restart 1");
        List<Long> bar = LongStream.of(0, 3, 6, 9, 12, 15, 16, 19, 22, 25, 28, 31)
                .map(k -> k * 6_000)
                .boxed()
                .toList();
        assertEquals(bar, rendered(session, 4));
    }

    @Test
    void every_second_lap_is_the_lane_s_own() {
        Session session = Studio.track("impulse", "steps x--", "1 condition 2:2");
        assertEquals(List.of(18_000L, 54_000L, 90_000L), rendered(session, 2));
    }

    @Test
    @Tag("slow")
    void half_of_the_steps_with_half_a_chance_play_and_the_same_ones_again() {
        Session session = Studio.track("impulse", "steps x", "1 chance 50");
        List<Long> once = rendered(session, 60);
        assertEquals(once, rendered(session, 60));
        assertTrue(Math.abs(once.size() - 240) < 40, once.size() + " of 480");
    }
}
