package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import tutti.edit.Part;
import tutti.edit.Place;
import tutti.edit.Places;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.music.DemoText;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.GestureId;
import tutti.sync.HistoryPage;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;
import tutti.sync.OutboxState;
import tutti.sync.Row;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;

/**
 * Any bytes where text of others is read: nothing throws, and what was read is written to a text that says the same.
 * Every run tries the inputs beside this class; {@code JAZZER_FUZZ=1} before a run of one method looks for more.
 */
@Tag("slow")
@Isolated
@DisplayName("Whatever bytes come,")
class WireFuzzTest {
    private static final SessionId ID = new SessionId("fuzzed");
    private static final Stamp STAMP = new Stamp(ID, 0, Chain.NONE, "");
    private static final int CHARACTERS = 1_000;
    /** Of one document: each of its bits is for {@link SealTest}. */
    private static final int FLIPS = 64;

    private static final String PART =
            "head|pattern/[A-P]|(track|section|muteset|moment|lane/[A-P])/[A-Za-z0-9_-]{1,64}";

    private final Codec codec = new Codec(HistoryPage.class);

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a message, row or note is refused in words, or written again to the text that is read the same")
    void messages(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (Class<?> type :
                List.of(ClientMessage.class, ServerMessage.class, Row.class, OutboxNote.class, OutboxState.class)) {
            again(type, text);
        }
        codec.protocolOf(text);
    }

    private <T> void again(Class<T> type, String text) {
        switch (codec.read(type, text, tutti.sync.Limits.SERVER_FRAME)) {
            case Parsed.Of<T>(T value) -> {
                String written = codec.text(type, value);
                assertEquals(value, ((Parsed.Of<T>) codec.read(type, written, written.length())).value());
                assertEquals(written, codec.text(type, value));
            }
            case Parsed.Malformed<T> malformed -> assertShown(malformed.text());
        }
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a document is refused in words, or written to the document that it is")
    void documents(byte[] bytes) {
        switch (Documents.read(bytes)) {
            case Parsed.Of<Document>(Document document) -> assertStored(document.session());
            case Parsed.Malformed<Document> malformed -> assertShown(malformed.text());
        }
        Documents.stamp(bytes);
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a document in a file is the one that was sealed, and with any one bit of it flipped it is none")
    void sealed(byte[] bytes) {
        Seal.off(bytes).ifPresent(Documents::read);
        if (Documents.read(bytes) instanceof Parsed.Of<Document>(Document document)) {
            byte[] text = Documents.text(document.stamp().orElse(STAMP), document.session())
                    .getBytes(StandardCharsets.UTF_8);
            byte[] file = Seal.on(text);
            assertArrayEquals(text, Seal.off(file).orElseThrow());
            for (int i = 0; i < FLIPS; i++) {
                int bit = Math.floorMod(Arrays.hashCode(bytes) + i * 7_919, file.length * 8);
                byte[] other = file.clone();
                other[bit / 8] ^= (byte) (1 << bit % 8);
                assertFalse(
                        Seal.off(other).map(Documents::read).stream().anyMatch(Parsed.Of.class::isInstance),
                        "bit " + bit);
            }
        }
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a part under its name is refused in words, or written again to the text that is read the same")
    void parts(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        switch (Documents.readPart(lines[0], lines.length > 1 ? lines[1] : "")) {
            case Parsed.Of<Part>(Part part) -> {
                String written = Documents.part(part);
                assertEquals(part, ((Parsed.Of<Part>) Documents.readPart(lines[0], written)).value());
                assertEquals(lines[0], part.name());
                assertTrue(part.name().matches(PART), part.name());
            }
            case Parsed.Malformed<Part> malformed -> assertShown(malformed.text());
        }
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a page of history is refused in words, or written again to the text that is read the same")
    void pages(byte[] bytes) {
        again(HistoryPage.class, new String(bytes, StandardCharsets.UTF_8));
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a legacy record is refused in words, or becomes a document that can be stored and read")
    void legacy(byte[] bytes) {
        switch (LegacyRecord.read(ID, bytes)) {
            case Parsed.Of<LegacyRecord>(LegacyRecord record) -> {
                assertStored(record.session());
                record.report().forEach(WireFuzzTest::assertShown);
            }
            case Parsed.Malformed<LegacyRecord> malformed -> assertShown(malformed.text());
        }
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("an id, secret, chain or path is none, or spells itself and is no path in a file system")
    void ids(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Function<String, Optional<String>>> parsers = List.of(
                it -> SessionId.parse(it).map(SessionId::text),
                it -> NodeId.parse(it).map(NodeId::text),
                it -> OutboxId.parse(it).map(OutboxId::text),
                it -> GestureId.parse(it).map(GestureId::text),
                it -> MemberId.parse(it).map(MemberId::text),
                it -> Secret.parse(it).map(Secret::text),
                it -> Chain.parse(it).map(Chain::hex));
        for (Function<String, Optional<String>> parser : parsers) {
            parser.apply(text).ifPresent(spelled -> {
                assertEquals(text, spelled);
                assertTrue(text.matches("[A-Za-z0-9_-]{1,64}"), text);
            });
        }
        Places.parse(text).map(Place::path).ifPresent(path -> assertEquals(text, path));
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a demo's text is refused by its line, or becomes a document that can be stored and read")
    void demoText(byte[] bytes) {
        try {
            assertStored(DemoText.parse(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage() != null, "refused without words");
        }
    }

    private static void assertStored(Session session) {
        String text = Documents.text(STAMP, session);
        switch (Documents.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Of<Document>(Document document) -> assertEquals(session, document.session());
            case Parsed.Malformed<Document> malformed -> throw new AssertionError(malformed.text() + " in " + text);
        }
    }

    /** One line for a log, bounded. */
    private static void assertShown(String words) {
        assertTrue(words.length() <= CHARACTERS && words.codePoints().noneMatch(Character::isISOControl), words);
    }
}
