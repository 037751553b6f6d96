package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.edit.Seeds;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.sync.Limits;
import tutti.sync.ServerMessage.Snapshot;
import tutti.wire.Parsed.Malformed;

@DisplayName("Documents")
class DocumentsTest {
    private static final Stamp STAMP =
            new Stamp(new SessionId("first-light"), 12, new Chain("0f".repeat(32)), "store \"1\"");
    private static final int SEEDS = Seeds.of(40);

    @Test
    @DisplayName("come back from their text as they were, stamp and all")
    void roundTrip() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Session session = AnySession.of(seed, 300);
            byte[] bytes = bytes(Documents.text(STAMP, session));
            assertEquals(
                    new Parsed.Of<>(new Document(Optional.of(STAMP), session)), Documents.read(bytes), "seed " + seed);
            assertEquals(new Parsed.Of<>(STAMP), Documents.stamp(bytes));
        }
    }

    @Test
    @DisplayName("have canonical text: what JSON reads and writes again has the same bytes")
    void canonical() {
        String text = Documents.text(STAMP, AnySession.of(1, 300));
        assertEquals(
                new Parsed.Of<>(text),
                JsonReader.read(text, 1 << 20, JsonReader.Dialect.OURS).then(json -> new Parsed.Of<>(json.text())));
    }

    @Test
    @DisplayName("are the same text whether composed from stored parts or written whole")
    void composed() {
        Session session = AnySession.of(2, 300);
        SortedMap<String, String> stored = new TreeMap<>();
        for (Part part : Parts.of(session)) {
            String text = Documents.part(part);
            assertEquals(new Parsed.Of<>(part), Documents.readPart(part.name(), text));
            stored.put(part.name(), text);
        }
        assertEquals(Documents.text(STAMP, session), Documents.text(STAMP, stored));
    }

    @Test
    @DisplayName("travel in messages of bounded parts, and are whole again on the other side")
    void snapshot() {
        Codec codec = new Codec();
        Session session = AnySession.of(3, 20_000);
        List<Snapshot> messages = new ArrayList<>();
        Documents.snapshot(12, STAMP.chain(), Parts.each(session)).forEachRemaining(messages::add);
        assertTrue(messages.size() > 2, "more than one message: " + messages.size());
        for (Snapshot message : messages) {
            assertTrue(codec.write(message).length() < Limits.PART_BYTES + 300);
            assertEquals(message == messages.getLast(), message.last());
        }
        assertEquals(
                session,
                Parts.join(messages.stream().flatMap(m -> m.parts().stream()).toList()));
    }

    @Test
    @DisplayName("are cut while they are taken: a message needs its own parts and no others")
    void cutAsTheyGo() {
        List<String> made = new ArrayList<>();
        Iterator<Part> parts = Parts.of(AnySession.of(3, 20_000)).stream()
                .peek(part -> made.add(part.name()))
                .iterator();
        Iterator<Snapshot> messages = Documents.snapshot(12, STAMP.chain(), parts);
        assertEquals(List.of(), made);
        int taken = 0;
        while (messages.hasNext()) {
            Snapshot message = messages.next();
            taken += message.parts().size();
            assertTrue(made.size() <= taken + 1, made.size() + " parts made for " + taken);
        }
    }

    @Test
    @DisplayName("may be as short as a version, or a version and an id")
    void shortest() {
        Document blank = new Document(Optional.empty(), Session.BLANK);
        assertEquals(new Parsed.Of<>(blank), Documents.read(bytes("{\"version\":1}")));
        Stamp mine = new Stamp(new SessionId("mine"), 0, Chain.NONE, "");
        Document named = new Document(Optional.of(mine), Session.BLANK);
        assertEquals(new Parsed.Of<>(named), Documents.read(bytes("{\"id\":\"mine\",\"version\":1}")));
    }

    @Test
    @DisplayName("of a newer version are refused in words")
    void newer() {
        Malformed<Document> fault = fault("{\"parts\":{},\"version\":2,\"news\":[]}");
        assertEquals(
                "version: a document of version 2, and this program reads version 1 only: get the newest Tutti",
                fault.text());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are refused for")
    @CsvSource(
            delimiter = '|',
            value = {
                "no version | {'parts':{}}",
                "parts that are none | {'version':1,'parts':[]}",
                "an id that is none | {'version':1,'id':'a b'}",
                "half a stamp | {'version':1,'parts':{},'seq':3}",
                "an unknown member | {'version':1,'parts':{},'x':3}",
                "an unknown part | {'version':1,'parts':{'tail':{}}}",
                "an empty part | {'version':1,'parts':{'track/k':{}}}",
                "a part that is a step | {'version':1,'parts':{'step/A/k/1':{'step':{'on':true}}}}",
                "a foreign place in a part | {'version':1,'parts':{'head':{'track':{}}}}",
                "an unknown field | {'version':1,'parts':{'head':{'session':{'temp':1}}}}",
                "a value out of bounds | {'version':1,'parts':{'head':{'session':{'tempo':1}}}}",
                "a track without a position | {'version':1,'parts':{'track/k':{'track':{}}}}",
                "a position of another track | {'version':1,'parts':{'track/k':{'track':{'position':'V.j'}}}}",
                "a lane of no track | {'version':1,'parts':{'lane/A/k':{'lane':{'length':7}}}}",
                "a step of no track | {'version':1,'parts':{'lane/A/k':{'7':{'on':true}}}}",
                "a step beyond the lane | {'version':1,'parts':{'lane/A/k':{'128':{'on':true}}}}",
            })
    void refused(String why, String text) {
        fault(text.replace('\'', '"'));
    }

    @Test
    @DisplayName("are refused for a 33rd track, but not for deleted ones")
    void full() {
        assertInstanceOf(Parsed.Of.class, Documents.read(bytes(tracks(32, "}}"))));
        assertInstanceOf(Parsed.Of.class, Documents.read(bytes(tracks(40, ",\"deleted\":true}}"))));
        assertTrue(fault(tracks(33, "}}")).text().startsWith("parts.track/t"));
    }

    @Test
    @DisplayName("are refused for a ninth lock on a step")
    void locks() {
        StringBuilder text =
                new StringBuilder("{\"version\":1,\"parts\":{\"track/k\":{\"track\":{\"position\":\"V.k\"}},");
        text.append("\"lane/A/k\":{\"0\":{\"lock.volume\":0,\"lock.pan\":0,\"lock.drive\":0,\"lock.sampling.tune\":0,");
        text.append(
                "\"lock.sampling.start\":0,\"lock.sampling.attack\":0,\"lock.sampling.release\":9,\"lock.sub.mix\":0");
        String tail = "}}}}";
        assertInstanceOf(Parsed.Of.class, Documents.read(bytes(text + tail)));
        fault(text + ",\"lock.sub.noise\":0" + tail);
    }

    @Test
    @DisplayName("are refused for being heavier than a session can be")
    @Tag("slow")
    void weight() {
        String step = "{\"on\":true,\"accent\":true,\"tie\":true,\"slide\":true}";
        String steps =
                IntStream.range(0, 128).mapToObj(i -> "\"" + i + "\":" + step).collect(Collectors.joining(","));
        StringBuilder text = new StringBuilder(tracks(32, "}}").replaceFirst("}}$", ""));
        for (int i = 0; i < 32 * 13; i++) {
            text.append(",\"lane/" + (char) ('A' + i / 32) + "/t" + i % 32 + "\":{" + steps + "}");
        }
        assertEquals(
                "parts: heavier than the 200000 that a session can be",
                fault(text + "}}").text());
    }

    private static String tracks(int count, String tail) {
        StringBuilder text = new StringBuilder("{\"version\":1,\"parts\":{\"head\":{\"session\":{}}");
        for (int i = 0; i < count; i++) {
            text.append(",\"track/t" + i + "\":{\"track\":{\"position\":\"V.t" + i + "\"" + tail);
        }
        return text + "}}";
    }

    private static Malformed<Document> fault(String text) {
        return switch (Documents.read(bytes(text))) {
            case Malformed<Document> fault -> fault;
            case Parsed.Of<Document>(Document document) -> throw new AssertionError("taken: " + document);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
