package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tutti.wire.Legacy.bytes;
import static tutti.wire.Legacy.file;
import static tutti.wire.Legacy.lane;
import static tutti.wire.Legacy.lit;
import static tutti.wire.Legacy.read;
import static tutti.wire.Legacy.sample;
import static tutti.wire.Legacy.step;
import static tutti.wire.Legacy.track;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.Lane;
import tutti.model.PatternSlot;
import tutti.model.Scale;
import tutti.model.Session;
import tutti.music.LaneClock;
import tutti.music.StepTimes;
import tutti.music.Swing;
import tutti.music.Velocity;

@DisplayName("A record of the old web system")
class LegacyRecordTest {
    private static final String HOUSE = "25d79780-404d-4c89-8cde-1bd4202036cd";
    private static final String POLYMETRIC = "8aa666b3-a72b-4e85-b95a-d7a652170348";
    private static final String REMIX = "39df50c7-c3e6-447b-a9e8-7157eb748433";
    private static final String EMPTY = "474f230b-69f2-4452-b7db-939413ba036a";
    private static final long SEED = 1_984;

    @Test
    @DisplayName("of a house beat keeps its tempo, tracks, steps, pitches, ties and transpose")
    void house() throws IOException {
        Session session = sample(HOUSE).session();
        assertEquals("Warehouse, 124", session.name());
        assertEquals(12_500, session.tempo());
        assertEquals(Scale.MINOR_PENTATONIC, session.scale());
        assertTrue(session.keyLock());
        assertEquals(
                List.of("Kick", "Clap", "Hat", "Open", "Bass", "Stab"),
                session.liveTracks().stream().map(entry -> entry.node().name()).toList());
        assertEquals("legacy:sampled:808-kick", track(session, "k").instrument().code());
        assertEquals(List.of(0, 4, 7, 8, 12), lit(session, "k"));
        assertEquals(-100, track(session, "b").pan());
        assertEquals(-12, step(session, "b", 0).pitch());
        assertTrue(step(session, "b", 4).tie());
        assertEquals(3, track(session, "s").transpose());
        assertEquals(1, session.pattern(PatternSlot.A).bars());
    }

    @Test
    @DisplayName("keeps how loud each step was heard: a fader of 0.9, a lock of 0.45")
    void heard() throws IOException {
        Session session = sample(HOUSE).session();
        assertEquals(-915, heard(session, "k", 0), 2);
        assertEquals(-22_000, heard(session, "h", 0), 500);
        assertEquals(0, heard(session, "h", 2), 2);
    }

    @Test
    @DisplayName("keeps any volume lock within a decibel of what was heard, and 0 silent")
    void locks() {
        for (int share = 10_000; share <= 1_000_000; share += 10_000) {
            int velocity = LegacyTracks.velocity(share);
            int wanted = (int) (-40_000L * (1_000_000 - share) / 1_000_000);
            assertEquals(wanted, Velocity.milliDb(velocity) - Velocity.milliDb(100), 1_000, "lock of " + share);
        }
        assertEquals(100, LegacyTracks.velocity(1_000_000));
        assertEquals(Velocity.LEAST, LegacyTracks.velocity(0));
    }

    @Test
    @DisplayName("of a polymetric beat keeps each lane's length, and what lies beyond it")
    void polymetric() throws IOException {
        Session session = sample(POLYMETRIC).session();
        assertEquals(9_850, session.tempo());
        assertEquals(5, lane(session, "a").length());
        assertEquals(7, lane(session, "b").length());
        assertEquals(21, lane(session, "d").length());
        assertTrue(step(session, "a", 7).on(), "a lit step beyond the length");
        assertTrue(step(session, "e", 31).tie());
        assertEquals(2, session.pattern(PatternSlot.A).bars());
    }

    @Test
    @DisplayName("of a remix knows what it was copied from; without a name it has none")
    void remix() throws IOException {
        Session session = sample(REMIX).session();
        assertEquals("", session.name());
        assertEquals(POLYMETRIC, session.copiedFrom());
        assertEquals(Optional.of("Five against seven"), sample(REMIX).copied());
        assertEquals(Optional.empty(), sample(POLYMETRIC).copied());
    }

    @Test
    @DisplayName("of an empty room is an empty room, and of the samples only how often one was copied is lost")
    void empty() throws IOException {
        assertEquals(12_100, sample(EMPTY).session().tempo());
        assertEquals(List.of(), sample(EMPTY).session().liveTracks());
        assertEquals(1_795_467_101_987L, sample(EMPTY).created());
        for (String id : List.of(HOUSE, REMIX, EMPTY)) {
            assertEquals(List.of(), sample(id).report());
        }
        assertEquals(
                List.of("The session was copied 1 time; Tutti does not count copies."),
                sample(POLYMETRIC).report());
    }

    @Test
    @DisplayName("says what it is called in its first bytes, as far as those reach")
    void title() throws IOException {
        for (String id : List.of(HOUSE, POLYMETRIC, REMIX, EMPTY)) {
            byte[] all = file(id);
            byte[] start = Arrays.copyOf(all, Math.min(all.length, Limits.LEGACY_START));
            assertEquals(sample(id).session().name(), LegacyTitle.of(start).name());
            assertFalse(LegacyTitle.of(start).frozen());
        }
        String text = "{\"id\":\"x\",\"name\":\"Caf\u00e9\\u0007\",\"immutable\":true,\"state\":{\"tracks\":[{\"id\":";
        assertEquals(new LegacyTitle("Caf\u00e9", true), LegacyTitle.of(bytes(text)));
        assertEquals(new LegacyTitle("", false), LegacyTitle.of(bytes("{\"state\":{},\"name\":\"behind it\"}")));
        assertEquals(new LegacyTitle("Early", false), LegacyTitle.of(bytes("{\"name\":\"Early\",\"id\":\"cut o")));
        for (int cut = 0; cut < bytes(text).length; cut++) {
            LegacyTitle title = LegacyTitle.of(Arrays.copyOf(bytes(text), cut));
            assertTrue(title.name().isEmpty() || title.name().equals("Caf\u00e9"), "cut at " + cut);
        }
        for (String none : List.of("", "7", "[]", "{", "\u0000", "{\"name\":7}", "{\"name\":{}}")) {
            assertEquals(new LegacyTitle("", false), LegacyTitle.of(bytes(none)), none);
        }
    }

    @Test
    @DisplayName("swings as it did: lanes of even length on the grid, lanes of odd length by their own count")
    void swing() {
        Session session = read("""
                {"state":{"tempo":120,"swing":18,"tracks":[
                {"id":"even","sampleId":"x","steps":[],"parameterLocks":[],"swing":25,"stepCount":16},
                {"id":"plain","sampleId":"x","steps":[],"parameterLocks":[],"stepCount":12},
                {"id":"odd","sampleId":"x","steps":[],"parameterLocks":[],"swing":25,"stepCount":7}]}}""").session();
        assertEquals(180, session.swing());
        assertEquals(Optional.of(385), track(session, "even").swing());
        assertEquals(Optional.of(385), lane(session, "odd").swingByLane());
        assertEquals(Optional.empty(), track(session, "plain").swing());
        assertPlaysByItsOwnCount(session, "even", 385);
        assertPlaysByItsOwnCount(session, "plain", 180);
        assertPlaysByItsOwnCount(session, "odd", 385);
    }

    private static void assertPlaysByItsOwnCount(Session session, String id, int amount) {
        Lane lane = lane(session, id);
        LaneClock clock = LaneClock.of(lane, session.meter());
        StepTimes old = new StepTimes(clock, Swing.byLane(amount, clock));
        StepTimes now = StepTimes.of(session, track(session, id), lane);
        for (long k = 0; k < 200; k++) {
            assertEquals(old.onset(k, 0), now.onset(k, 0), id + " step " + k);
        }
    }

    @Test
    @DisplayName("with wet effects sends every track to them")
    void effects() {
        Session session = read("""
                {"state":{"tempo":120,"tracks":[{"id":"a","sampleId":"kick","steps":[],"parameterLocks":[]}],
                "effects":{"bypass":true,"reverb":{"decay":2.5,"wet":0.5},
                "delay":{"time":"8n.","feedback":0.35,"wet":0},
                "chorus":{"frequency":1.5,"depth":0.5,"wet":0},"distortion":{"amount":0.4,"wet":0.25}}}}""").session();
        assertTrue(session.effects().bypass());
        assertEquals(2_500, session.effects().reverb().decay());
        assertEquals(-6_021, session.effects().reverb().wet());
        assertEquals(0, track(session, "a").sends().reverb());
        assertEquals(-60_000, track(session, "a").sends().delay());
        assertEquals(18, session.effects().delay().time());
        assertEquals(350, session.effects().delay().feedback());
        assertEquals(250, session.effects().distortion().wet());
    }

    private static int heard(Session session, String track, int index) {
        return track(session, track).volume()
                + Velocity.milliDb(step(session, track, index).velocity());
    }
}
