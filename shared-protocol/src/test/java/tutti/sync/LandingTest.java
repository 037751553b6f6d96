package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.SessionFields;
import tutti.model.Meter;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Ticks;

/** 120 BPM in 4/4: a beat is half a second, a bar two. */
@DisplayName("what lands")
class LandingTest {
    private static final long MS = 1_000;
    private static final long SECOND = 1_000 * MS;
    private static final long BAR = 4L * Ticks.PER_QUARTER;

    private final Lobby lobby = new Lobby("clock", Session.BLANK);
    private final MemberId a = new MemberId("A");

    @BeforeEach
    void enter() {
        lobby.enter(1, a, new Profile("A", 0), Optional.empty(), 0);
    }

    private void company() {
        lobby.enter(2, new MemberId("B"), new Profile("B", 0), Optional.empty(), 0);
    }

    private Transport now() {
        return lobby.transport();
    }

    /** Plays from exactly one second on. */
    private void playing() {
        lobby.play(1, Optional.empty(), Session.BLANK, SECOND - 500 * MS);
        assertEquals(SECOND, now().timeline().microsAt(0));
    }

    private long tick(long micros) {
        return now().timeline().tickAt(micros);
    }

    @Test
    @DisplayName("play begins 150 ms later while every round trip is under 20 ms, else 500 ms later")
    void lead() {
        company();
        lobby.trip(1, 5 * MS);
        lobby.play(1, Optional.empty(), Session.BLANK, 0);
        assertEquals(500 * MS, now().timeline().microsAt(0));
        lobby.exit(2, true, SECOND);
        lobby.stop(1, false, Session.BLANK, 2 * SECOND);
        lobby.play(1, Optional.empty(), Session.BLANK, 3 * SECOND);
        assertEquals(3 * SECOND + 150 * MS, now().timeline().microsAt(0));
        lobby.stop(1, false, Session.BLANK, 4 * SECOND);
        lobby.trip(1, 20 * MS);
        lobby.play(1, Optional.empty(), Session.BLANK, 5 * SECOND);
        assertEquals(5 * SECOND + 500 * MS, now().timeline().microsAt(0));
    }

    @Test
    @DisplayName("play while it plays changes nothing; each play is a run of its own")
    void again() {
        playing();
        assertEquals(List.of(), lobby.play(1, Optional.of(PatternSlot.D), Session.BLANK, 2 * SECOND));
        assertEquals(1, now().run());
        lobby.stop(1, false, Session.BLANK, 3 * SECOND);
        lobby.play(1, Optional.of(PatternSlot.D), Session.BLANK, 4 * SECOND);
        assertEquals(2, now().run());
        assertEquals(PatternSlot.D, now().pattern(0));
    }

    @Test
    @DisplayName("a launch lands at the next bar, but at the one after if that is nearer than 500 ms")
    void launch() {
        playing();
        lobby.launch(1, PatternSlot.B, Session.BLANK, 3 * SECOND - 501 * MS);
        assertEquals(Optional.of(new Launch(BAR, PatternSlot.B, a)), now().next(0));
        lobby.launch(1, PatternSlot.C, Session.BLANK, 3 * SECOND - 499 * MS);
        assertEquals(Optional.of(new Launch(2 * BAR, PatternSlot.C, a)), now().next(0));
        assertEquals(PatternSlot.A, now().pattern(2 * BAR - 1));
        assertEquals(PatternSlot.C, now().pattern(2 * BAR));
    }

    @Test
    @DisplayName("a second press withdraws a launch that waits, and a launch of what plays only does that")
    void withdrawn() {
        playing();
        lobby.launch(1, PatternSlot.B, Session.BLANK, SECOND);
        lobby.launch(1, PatternSlot.B, Session.BLANK, SECOND + MS);
        assertEquals(Optional.empty(), now().next(0));
        lobby.launch(1, PatternSlot.B, Session.BLANK, SECOND);
        lobby.launch(1, PatternSlot.A, Session.BLANK, SECOND + MS);
        assertEquals(Optional.empty(), now().next(0));
    }

    @Test
    @DisplayName("a launch while nothing plays is what the next play begins with")
    void chosen() {
        lobby.launch(1, PatternSlot.E, Session.BLANK, SECOND);
        lobby.play(1, Optional.empty(), Session.BLANK, 2 * SECOND);
        assertEquals(PatternSlot.E, now().pattern(0));
    }

    @Test
    @DisplayName("stop is at once for who is alone, and at the end of the bar with others in; keep withdraws it")
    void stop() {
        playing();
        company();
        lobby.stop(1, false, Session.BLANK, SECOND + 100 * MS);
        assertEquals(Optional.of(new Halt(BAR, a)), now().halt());
        lobby.stop(1, true, Session.BLANK, SECOND + 200 * MS);
        assertEquals(Optional.empty(), now().halt());
        lobby.exit(2, true, SECOND + 300 * MS);
        lobby.stop(1, false, Session.BLANK, SECOND + 400 * MS);
        assertEquals(Optional.of(new Halt(tick(SECOND + 400 * MS), a)), now().halt());
        assertFalse(now().plays(tick(SECOND + 400 * MS)));
        lobby.stop(1, true, Session.BLANK, SECOND + 500 * MS);
        assertFalse(now().plays(tick(SECOND + 500 * MS)), "what has stopped cannot be kept");
    }

    @Test
    @DisplayName("a tempo changes at the next beat, without a jump")
    void tempo() {
        playing();
        Session faster = SessionFields.TEMPO.with(Session.BLANK, 24_000);
        lobby.tempo(faster, SECOND + 600 * MS);
        assertEquals(12_000, now().timeline().centiBpmAt(2L * Ticks.PER_QUARTER - 1));
        assertEquals(24_000, now().timeline().centiBpmAt(2L * Ticks.PER_QUARTER));
        assertEquals(2 * SECOND, now().timeline().microsAt(2L * Ticks.PER_QUARTER));
        assertEquals(2 * SECOND + 250 * MS, now().timeline().microsAt(3L * Ticks.PER_QUARTER));
        assertEquals(List.of(), lobby.tempo(faster, 5 * SECOND));
    }

    @Test
    @DisplayName("a tempo while nothing plays only counts for the next play")
    void stopped() {
        Session faster = SessionFields.TEMPO.with(Session.BLANK, 24_000);
        assertEquals(List.of(), lobby.tempo(faster, SECOND));
        lobby.play(1, Optional.empty(), faster, SECOND);
        assertEquals(24_000, now().timeline().centiBpmAt(0));
    }

    @Test
    @DisplayName("bars follow the meter")
    void meter() {
        Session waltz = SessionFields.METER.with(Session.BLANK, new Meter(3, 4));
        playing();
        lobby.launch(1, PatternSlot.B, waltz, SECOND);
        assertEquals(3L * Ticks.PER_QUARTER, now().next(0).orElseThrow().tick());
        assertTrue(now().plays(0));
    }

    @Test
    @DisplayName("however often people press, a transport stays within its bounds")
    void bounded() {
        playing();
        for (int i = 0; i < 500; i++) {
            long time = 2 * SECOND + i * 300 * MS;
            lobby.launch(1, PatternSlot.values()[i % 16], Session.BLANK, time);
            lobby.tempo(SessionFields.TEMPO.with(Session.BLANK, 2_000 + i * 50), time);
            assertTrue(now().launches().size() <= 2);
        }
    }
}
