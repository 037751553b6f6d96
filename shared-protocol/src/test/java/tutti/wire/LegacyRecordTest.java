package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.model.Lane;
import tutti.model.LoopRegion;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Scale;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.model.Shelf;
import tutti.model.Step;
import tutti.model.Track;
import tutti.music.LaneClock;
import tutti.music.StepTimes;
import tutti.music.Swing;
import tutti.music.Velocity;
import tutti.sync.Chain;
import tutti.wire.Parsed.Malformed;

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
    }

    @Test
    @DisplayName("of an empty room is an empty room, and nothing had to be repaired in any of the samples")
    void empty() throws IOException {
        assertEquals(12_100, sample(EMPTY).session().tempo());
        assertEquals(List.of(), sample(EMPTY).session().liveTracks());
        assertEquals(1_795_467_101_987L, sample(EMPTY).created());
        for (String id : List.of(HOUSE, POLYMETRIC, REMIX, EMPTY)) {
            assertEquals(List.of(), sample(id).report());
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

    @ParameterizedTest(name = "{0} becomes {1}")
    @DisplayName("without a tempo plays at its lower bound, with one out of bounds at the nearest")
    @CsvSource({
        "120,12000",
        "98.505,9851",
        "null,6000",
        "1e999,6000",
        "'\"120\"',6000",
        "200,18000",
        "-5,6000",
        "1e20,18000"
    })
    void tempo(String tempo, int centiBpm) {
        assertEquals(
                centiBpm,
                read("{\"state\":{\"tracks\":[],\"tempo\":" + tempo + "}}")
                        .session()
                        .tempo());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("has no loop when that is damaged, and one that is reversed turned round")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"start\":4,\"end\":11} | 4-11",
                "{\"start\":11,\"end\":4} | 4-11",
                "{\"start\":0,\"end\":128} | none",
                "{\"start\":-1,\"end\":3} | none",
                "{\"start\":1} | none",
                "7 | none",
            })
    void loop(String region, String code) {
        Session session = read("{\"state\":{\"tracks\":[],\"loopRegion\":" + region + "}}")
                .session();
        assertEquals(code, session.loop().map(LoopRegion::code).orElse("none"));
    }

    @Test
    @DisplayName("repairs what is damaged, keeps what is good, and says so")
    void damage() {
        LegacyRecord record = read("""
                {"id":"other","name":"A\\ud800\\u0007B","immutable":true,"state":{"version":1,"tempo":60,"swing":0,
                "scale":{"root":"H","scaleId":"major","locked":true},"tracks":[
                {"id":"a:1","name":"Hat","sampleId":"who knows","steps":[true,1,"true",true],"volume":7,"soloed":true,
                "parameterLocks":[{"pitch":40,"volume":"loud","tie":true},null,null,{"volume":0.5}],"stepCount":17},
                {"id":"a:1","name":"Twin"},
                null]}}""");
        Session session = record.session();
        Shelf.Entry<Track> only = session.liveTracks().getFirst();
        assertEquals(1, session.liveTracks().size());
        assertEquals("AB", session.name());
        assertTrue(session.frozen());
        assertEquals("none", only.node().instrument().code());
        assertEquals(17, lane(session, only.id().text()).length());
        assertEquals(List.of(0, 3), lit(session, only.id().text()));
        assertEquals(24, step(session, only.id().text(), 0).pitch());
        assertTrue(step(session, only.id().text(), 0).tie());
        assertEquals(100, step(session, only.id().text(), 0).velocity());
        assertNotEquals(100, step(session, only.id().text(), 3).velocity());
        assertEquals(9, record.report().size(), () -> String.join("\n", record.report()));
    }

    @Test
    @DisplayName("with more than 16 tracks keeps them all; those beyond 32 can be brought back")
    void manyTracks() {
        StringBuilder tracks = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            tracks.append(i == 0 ? "" : ",").append("{\"id\":\"t" + i + "\",\"sampleId\":\"kick\",\"steps\":[true],");
            tracks.append("\"parameterLocks\":[]}");
        }
        LegacyRecord record = read("{\"state\":{\"tempo\":120,\"tracks\":[" + tracks + "]}}");
        assertEquals(32, record.session().liveTracks().size());
        assertEquals(40, record.session().tracks().entries().size());
        assertEquals("t0", record.session().liveTracks().getFirst().id().text());
        assertEquals("t31", record.session().liveTracks().getLast().id().text());
        assertEquals(2, record.report().size());
    }

    @Test
    @DisplayName("with wet effects sends every track to them")
    void effects() {
        Session session = read("""
                {"state":{"tempo":120,"tracks":[{"id":"a","sampleId":"kick","steps":[],"parameterLocks":[]}],
                "effects":{"bypass":true,"reverb":{"decay":2.5,"wet":0.5},"delay":{"time":"8n.","feedback":0.35,"wet":0},
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

    @ParameterizedTest(name = "{0}")
    @DisplayName("is refused only where there is nothing to keep")
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"state\":null}",
                "{\"state\":{}}",
                "{\"state\":{\"tracks\":{}}}",
                "{\"state"
            })
    void refused(String text) {
        assertInstanceOf(Malformed.class, LegacyRecord.read(new SessionId("x"), bytes(text)));
    }

    @Test
    @DisplayName("gives a legal document however it is damaged, and never an exception")
    void anyDamage() throws IOException {
        SplittableRandom dice = new SplittableRandom(SEED);
        String text = new String(file(HOUSE), StandardCharsets.UTF_8);
        int kept = 0;
        for (int i = 0; i < 600; i++) {
            String damaged = damage(dice, text);
            if (LegacyRecord.read(new SessionId(HOUSE), bytes(damaged))
                    instanceof Parsed.Of<LegacyRecord>(LegacyRecord record)) {
                kept++;
                assertLegal(record.session());
            }
        }
        assertTrue(kept > 300, "kept " + kept);
    }

    /** Exchanges one value for another somewhere, so that the text stays JSON. */
    private static String damage(SplittableRandom dice, String text) {
        List<String> tokens = new ArrayList<>(List.of(text.split("(?<=[:,\\[{])|(?=[,\\]}])")));
        List<String> values = List.of("null", "-1", "1e400", "999", "\"x\"", "{}", "[]", "true", "0.3333333333");
        for (int i = dice.nextInt(4); i >= 0; i--) {
            int at = dice.nextInt(tokens.size());
            if (tokens.get(at).matches("\"[^\"]*\"|[-0-9.]+|true|false|null")) {
                tokens.set(at, values.get(dice.nextInt(values.size())));
            }
        }
        return String.join("", tokens);
    }

    private static void assertLegal(Session session) {
        Stamp stamp = new Stamp(new SessionId("x"), 0, Chain.NONE, "s");
        Parsed<Document> read = Documents.read(bytes(Documents.text(stamp, session)));
        assertEquals(new Parsed.Of<>(new Document(Optional.of(stamp), session)), read, "seed " + SEED);
    }

    private static int heard(Session session, String track, int index) {
        return track(session, track).volume()
                + Velocity.milliDb(step(session, track, index).velocity());
    }

    private static Track track(Session session, String id) {
        return session.tracks().get(new NodeId(id)).orElseThrow();
    }

    private static Lane lane(Session session, String id) {
        return session.pattern(PatternSlot.A).lane(new NodeId(id));
    }

    private static Step step(Session session, String id, int index) {
        return lane(session, id).steps().at(index);
    }

    private static List<Integer> lit(Session session, String id) {
        List<Integer> lit = new ArrayList<>();
        for (int i = 0; i < 128; i++) {
            if (step(session, id, i).on()) {
                lit.add(i);
            }
        }
        return lit;
    }

    private static LegacyRecord sample(String id) throws IOException {
        return value(LegacyRecord.read(new SessionId(id), file(id)));
    }

    private static byte[] file(String id) throws IOException {
        try (InputStream in = LegacyRecordTest.class.getResourceAsStream("legacy/" + id + ".json")) {
            return in.readAllBytes();
        }
    }

    private static LegacyRecord read(String text) {
        return value(LegacyRecord.read(new SessionId("x"), bytes(text)));
    }

    private static LegacyRecord value(Parsed<LegacyRecord> parsed) {
        return switch (parsed) {
            case Parsed.Of<LegacyRecord>(LegacyRecord record) -> record;
            case Malformed<LegacyRecord> malformed -> throw new AssertionError(malformed.text());
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
