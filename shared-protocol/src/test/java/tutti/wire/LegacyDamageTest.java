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
