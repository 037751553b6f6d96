package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;
import tutti.model.Track;
import tutti.music.Timeline;

/** From document to score, and what is shared between one score and the next. */
class CompilerTest {
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");

    private final ScoreCompiler compiler = new ScoreCompiler(Studio.instruments());
    private final Session session = Studio.session(
            "track a sample:impulse A",
            "steps x---",
            "track b sample:impulse B",
            "steps xx",
            "track c sub C",
            "steps -");

    private Score compile(Session of) {
        return compiler.compile(of, Timeline.startingAt(0, of.tempo()), Studio.launched());
    }

    private static Session toggled(Session session, NodeId track) {
        var pattern = session.pattern(PatternSlot.A);
        Step step = new Step(
                true,
                90,
                false,
                0,
                java.util.List.of(),
                java.util.Optional.empty(),
                false,
                false,
                100,
                tutti.model.Condition.ALWAYS,
                1,
                0,
                0,
                tutti.model.Locks.NONE);
        return session.with(
                PatternSlot.A, pattern.with(track, pattern.lane(track).with(1, step)));
    }

    @Test
    void an_edit_of_one_lane_makes_that_lane_anew_and_no_other() {
        Score before = compile(session);
        Score after = compile(toggled(session, A));
        int a = before.slot(A);
        int b = before.slot(B);
        assertNotSame(
                before.parts().getFirst().lane(a), after.parts().getFirst().lane(a));
        assertSame(before.parts().getFirst().lane(b), after.parts().getFirst().lane(b));
        assertSame(before.track(a), after.track(a));
    }

    @Test
    void a_lane_in_which_nothing_is_on_is_left_out() {
        Score score = compile(session);
        assertNull(score.parts().getFirst().lane(score.slot(new NodeId("c"))));
    }

    @Test
    void a_track_keeps_its_slot_and_a_new_one_takes_what_was_free_longest() {
        int a = compile(session).slot(A);
        int b = compile(session).slot(B);
        Session without = session.withTracks(session.tracks().without(A));
        assertEquals(-1, compile(without).slot(A));
        Track track = session.tracks().get(A).orElseThrow();
        Score more = compile(without.withTracks(without.tracks().with(new NodeId("d"), track)));
        assertEquals(b, more.slot(B));
        assertNotEquals(a, more.slot(new NodeId("d")));
    }

    @Test
    void a_single_note_is_heard_by_me_alone() {
        AudioEngine engine = new AudioEngine(0);
        engine.listen(new Ears(0, false, Set.of(), Set.of()));
        engine.play(compile(session.withTracks(session.tracks().without(A).without(B))));
        float[] left = new float[9_000];
        engine.render(left, new float[9_000], 9_000);
        assertTrue(engine.audition(compiler.audition(session.tracks().get(A).orElseThrow(), 0, 100)));
        engine.render(left, new float[1_000], 1_000);
        assertEquals(-4.15 - 6, Studio.decibels(left[0]), 0.01);
        assertEquals(0, engine.meters().takeMasterPeak());
        assertTrue(engine.meters().takeMyPeak() > 0.3);
    }

    @Test
    void more_single_notes_than_can_wait_are_refused() {
        AudioEngine engine = new AudioEngine(0);
        Audition note = compiler.audition(session.tracks().get(A).orElseThrow(), 0, 100);
        for (int i = 0; i < Limits.AUDITIONS; i++) {
            assertTrue(engine.audition(note));
        }
        assertEquals(false, engine.audition(note));
        engine.render(new float[10], new float[10], 10);
        assertTrue(engine.audition(note));
    }

    @Test
    void a_meter_shows_its_own_track_and_falls_again() {
        AudioEngine engine = new AudioEngine(0);
        Score score = compile(Studio.session(
                "track a sample:held A", "set volume 0", "steps x---", "track b sample:impulse B", "steps ---x"));
        engine.play(score);
        engine.render(new float[4_800], new float[4_800], 4_800);
        assertEquals(-4.15, Studio.decibels(engine.meters().takePeak(score.slot(A))), 0.01);
        assertTrue(engine.meters().rms(score.slot(A)) > 0.2);
        assertEquals(0, engine.meters().takePeak(score.slot(B)));
        engine.play(compiler.compile(session, score.timeline(), java.util.List.of()));
        engine.render(new float[96_000], new float[96_000], 96_000);
        engine.meters().takePeak(score.slot(A));
        assertTrue(engine.meters().rms(score.slot(A)) < 1e-2);
    }
}
