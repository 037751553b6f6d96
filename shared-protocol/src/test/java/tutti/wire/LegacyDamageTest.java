package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tutti.wire.Legacy.bytes;
import static tutti.wire.Legacy.file;
import static tutti.wire.Legacy.lane;
import static tutti.wire.Legacy.lit;
import static tutti.wire.Legacy.read;
import static tutti.wire.Legacy.step;
import static tutti.wire.Legacy.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.edit.Seeds;
import tutti.model.LoopRegion;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.model.Shelf;
import tutti.model.Track;
import tutti.sync.Chain;
import tutti.wire.Parsed.Malformed;

@DisplayName("A damaged record of the old web system")
class LegacyDamageTest {
    private static final String HOUSE = "25d79780-404d-4c89-8cde-1bd4202036cd";
    private static final long SEED = 1_984;

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
        assertEquals(List.of(0, 1, 2, 3), lit(session, only.id().text()));
        assertEquals(24, step(session, only.id().text(), 0).pitch());
        assertTrue(step(session, only.id().text(), 0).tie());
        assertEquals(100, step(session, only.id().text(), 0).velocity());
        assertNotEquals(100, step(session, only.id().text(), 3).velocity());
        String lines = lines(record);
        assertEquals("""
                The session lay under another name than its own id.
                The session had a name that was too long or had characters that are none; it became “AB”.
                The session was in a key that Tutti does not know; its key lock is off.
                The session had two tracks with one id; the second, number 2, was left out.
                The session had a track, number 3, that is none; it was left out.
                Track Hat had a volume out of bounds; it became the nearest that there is.
                Track Hat was stored with solo on; in Tutti solo belongs to each listener.
                Track Hat has no sound that can be read; it is silent until one is chosen.
                Track Hat had a pitch out of bounds; it became the nearest that there is.
                Track Hat had something else than a number as “volume” of a step; it was left out.
                Track Hat had a step that was written in another way than true or false; it is on. (2 times)""", lines);
    }

    private static String lines(LegacyRecord record) {
        return String.join("\n", record.report());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("says of each value that is of another kind than it should be that it was left out, and of none else")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"volume\":\"0.5\"      | something else than a number as “volume”; it was left out",
                "\"volume\":null         | something else than a number as “volume”; it was left out",
                "\"pan\":{}              | something else than a number as “pan”; it was left out",
                "\"pan\":1e999           | something else than a number as “pan”; it was left out",
                "\"transpose\":\"x\"     | something else than a number as “transpose”; it was left out",
                "\"stepCount\":true      | something else than a number as “stepCount”; it was left out",
                "\"swing\":[]            | something else than a number as “swing”; it was left out",
                "\"muted\":1             | something else than true or false as “muted”; it was read as true",
                "\"muted\":\"false\"     | something else than true or false as “muted”; it was read as false",
                "\"muted\":\"perhaps\"   | something else than true or false as “muted”; it was left out",
                "\"fmParams\":3          | something else than an object as “fmParams”; it was left out",
                "\"fmParams\":{\"modulationIndex\":\"3\"} | something else than a number as “modulationIndex” of the "
                        + "fmParams; it was left out",
                "\"volume\":0.5          | ''",
                "\"fmParams\":null       | ''",
                "\"playbackMode\":7      | ''",
            })
    void kinds(String member, String said) {
        LegacyRecord record = read("{\"state\":{\"tempo\":120,\"tracks\":[{\"id\":\"t\",\"name\":\"Hat\","
                + "\"sampleId\":\"kick\",\"steps\":[],\"parameterLocks\":[]," + member + "}]}}");
        assertEquals(said.isEmpty() ? List.of() : List.of("Track Hat had " + said + "."), record.report());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("says the same of the session's own values")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"swing\":\"20\" | a number as “swing”",
                "\"scale\":\"minor\" | an object as “scale”",
                "\"loopRegion\":7 | an object as “loopRegion”",
                "\"effects\":[] | an object as “effects”",
                "\"effects\":{\"reverb\":true} | an object as “reverb” of the effects",
                "\"effects\":{\"reverb\":{\"wet\":\"1\"}} | a number as “wet” of the reverb",
                "\"effects\":{\"bypass\":7} | true or false as “bypass” of the effects",
                "\"scale\":null,\"loopRegion\":null,\"effects\":null | ''",
            })
    void ofTheSession(String member, String said) {
        LegacyRecord record = read("{\"state\":{\"tempo\":120,\"tracks\":[]," + member + "}}");
        String line = "The session had something else than " + said + "; it was left out.";
        assertEquals(said.isEmpty() ? List.of() : List.of(line), record.report());
    }

    @Test
    @DisplayName("says of a loop that is none that it was left out, of a delay time of another kind what it is")
    void ofTheSessionBesides() {
        String state = "{\"state\":{\"tempo\":120,\"tracks\":[],";
        assertEquals(
                List.of("The session had a loop that is none; it was left out."),
                read(state + "\"loopRegion\":{}}}").report());
        assertEquals(
                List.of("The session had a delay time that Tutti does not know; it is an eighth."),
                read(state + "\"effects\":{\"delay\":{\"time\":8}}}}").report());
        assertEquals(
                List.of("The session had something else than true or false as “bypass” of the effects; "
                        + "it was read as true."),
                read(state + "\"effects\":{\"bypass\":\"true\"}}}").report());
    }

    @Test
    @DisplayName("reads a step in whatever way it says on, says how many it had to, and leaves none out in silence")
    void steps() {
        LegacyRecord record =
                read("{\"state\":{\"tempo\":120,\"tracks\":[{\"id\":\"t\",\"name\":\"Hat\",\"sampleId\":\"kick\","
                        + "\"steps\":[1,1,1,0,\"true\",\"false\",null,7,true,false],"
                        + "\"parameterLocks\":[null,7,{\"pitch\":null}]}]}}");
        assertEquals(List.of(0, 1, 2, 4, 8), lit(record.session(), "t"));
        assertEquals("""
                Track Hat had a step that was written in another way than true or false; it is on. (4 times)
                Track Hat had a lock of a step that is none; it was left out.
                Track Hat had something else than a number as “pitch” of a step; it was left out.
                Track Hat had a step that was written in another way than true or false; it is off. (2 times)
                Track Hat had a step that was neither on nor off; it is off. (2 times)""", lines(record));
    }

    @Test
    @DisplayName("says what it was a copy of where that cannot be kept, and reports no more lines than it may")
    void copies() {
        String old = "\"remixedFrom\":\"no id!\",\"remixedFromName\":\"House\",\"remixCount\":3,";
        assertEquals(
                List.of(
                        "The session was a copy of “House”, without an id that can be read; that was left out.",
                        "The session was copied 3 times; Tutti does not count copies."),
                read("{" + old + "\"state\":{\"tempo\":120,\"tracks\":[]}}").report());
        String tracks = String.join(",", Collections.nCopies(300, "7"));
        List<String> many =
                read("{\"state\":{\"tempo\":120,\"tracks\":[" + tracks + "]}}").report();
        assertEquals(Report.LINES + 1, many.size());
        assertEquals("and 200 more", many.getLast());
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
        int all = Seeds.of(150);
        int kept = 0;
        for (int i = 0; i < all; i++) {
            String damaged = damage(dice, text);
            assertTrue(LegacyTitle.of(bytes(damaged)).name().length() <= tutti.model.Limits.NAME);
            if (LegacyRecord.read(new SessionId(HOUSE), bytes(damaged))
                    instanceof Parsed.Of<LegacyRecord>(LegacyRecord record)) {
                kept++;
                assertLegal(record.session());
            }
        }
        assertTrue(kept > all / 2, "kept " + kept);
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
}
