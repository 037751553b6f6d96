package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Timeline;

/** What happens while it plays: edits, tempo, launches, late joiners, jumps. One 16th is 6,000 frames. */
class LiveTest {
    private final ScoreCompiler compiler = new ScoreCompiler(Studio.instruments());
    private final List<Long> heard = new ArrayList<>();
    private RoomMix mix = new RoomMix(0, new Meters(), new Sinc());

    private void play(Session session) {
        play(session, Timeline.startingAt(0, session.tempo()), Studio.launched());
    }

    private void play(Session session, Timeline timeline, List<Launch> launches) {
        mix.play(compiler.compile(session, timeline, launches));
    }

    private void run(int frames) {
        long end = mix.position() + frames;
        while (mix.position() < end) {
            long from = mix.position();
            int chunk = (int) Math.min(Limits.CHUNK, end - from);
            mix.render(chunk, Listener.FIRST);
            for (int i = 0; i < chunk; i++) {
                if (Math.abs(mix.left()[i]) > 1e-4) {
                    heard.add(from + i);
                }
            }
        }
    }

    @Test
    void a_step_that_is_moved_later_after_it_sounded_does_not_sound_again() {
        play(Studio.track("impulse", "steps -x--------------"));
        run(7_000);
        play(Studio.track("impulse", "steps -x--------------", "2 nudge 500"));
        run(20_000);
        assertEquals(List.of(6_000L), heard);
    }

    @Test
    void a_step_that_is_set_before_its_moment_sounds_and_after_it_waits_for_the_next_lap() {
        play(Studio.track("impulse", "steps ----"));
        run(10_000);
        play(Studio.track("impulse", "steps -xx-"));
        run(22_000);
        assertEquals(List.of(12_000L, 30_000L), heard);
    }

    @Test
    void a_late_joiner_begins_with_the_next_step() {
        mix = new RoomMix(13_000, new Meters(), new Sinc());
        play(Studio.track("impulse", "steps x"));
        run(12_000);
        assertEquals(List.of(18_000L, 24_000L), heard);
    }

    @Test
    void a_tempo_change_moves_what_comes_after_it() {
        Session session = Studio.track("impulse", "steps x");
        Timeline timeline = Timeline.startingAt(0, 12_000).withTempo(2 * tutti.music.Ticks.PER_SIXTEENTH, 6_000);
        play(session, timeline, Studio.launched());
        run(50_000);
        assertEquals(List.of(0L, 6_000L, 12_000L, 24_000L, 36_000L, 48_000L), heard);
    }

    @Test
    void a_launch_takes_over_on_its_tick_with_the_first_step() {
        Session session = Studio.track("impulse", "steps x--");
        session = session.with(PatternSlot.B, session.pattern(PatternSlot.A));
        long bar = 4L * tutti.music.Ticks.PER_SIXTEENTH;
        play(
                session,
                Timeline.startingAt(0, 12_000),
                List.of(new Launch(PatternSlot.A, 4, 0, bar), new Launch(PatternSlot.B, 2, bar, Launch.OPEN)));
        run(50_000);
        assertEquals(List.of(0L, 18_000L, 24_000L, 42_000L), heard);
    }

    @Test
    void a_jump_ahead_leaves_steps_out_and_a_jump_back_repeats_none() {
        play(Studio.track("impulse", "steps x"));
        run(7_000);
        mix.moveTo(20_000);
        run(5_000);
        mix.moveTo(5_000);
        run(26_000);
        assertEquals(List.of(0L, 6_000L, 24_000L, 12_000L, 18_000L, 30_000L), heard);
    }

    @Test
    void stop_is_a_score_without_parts() {
        Session session = Studio.track("impulse", "steps x");
        play(session);
        run(7_000);
        play(session, Timeline.startingAt(0, 12_000), List.of());
        run(20_000);
        assertEquals(List.of(0L, 6_000L), heard);
    }
}
