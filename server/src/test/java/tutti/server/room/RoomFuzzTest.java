package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.kv.FileSnapshots;
import tutti.server.kv.Filed;
import tutti.server.kv.Paid;
import tutti.server.kv.Stamp;
import tutti.server.store.Bytes;
import tutti.sync.Chain;
import tutti.wire.Codec;
import tutti.wire.Documents;
import tutti.wire.Parsed;

/** Whatever lies in a KV file or a store, and whatever stands in a body over HTTP. */
@Tag("slow")
@DisplayName("Whatever bytes a room is given,")
class RoomFuzzTest {
    private static final SessionId ID = new SessionId("fuzzed");
    private static final tutti.wire.Stamp NEXT =
            new tutti.wire.Stamp(ID, 0xFFFF_FFFFL, new Chain("0f".repeat(32)), "store");

    @TempDir
    static Path folder;

    private final Codec codec = Papers.codec();

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a body of an edit or a copy is refused in words, or written again to the text that is read the same")
    void bodies(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        again(EditRequest.class, text);
        again(CopyRequest.class, text);
    }

    private <T> void again(Class<T> type, String text) {
        if (codec.read(type, text, tutti.sync.Limits.CLIENT_FRAME) instanceof Parsed.Of<T>(T value)) {
            String written = codec.text(type, value);
            assertEquals(value, ((Parsed.Of<T>) codec.read(type, written, written.length())).value());
        }
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName(
            "a KV file is not believed, or is a document with its place; what is owed is written over it or beside it")
    void file(byte[] bytes) throws IOException {
        Path kv = folder.resolve("kv");
        FileSnapshots files = FileSnapshots.open(kv, Papers.stamps());
        files.purge(ID);
        Files.write(kv.resolve(ID.text() + ".json"), bytes);
        Optional<Filed> found = files.read(ID);
        found.ifPresent(filed -> assertTrue(filed.document().size() <= bytes.length));
        Bytes document = Bytes.utf8(Documents.text(NEXT, Session.BLANK));
        Stamp stamp = new Stamp(Papers.mark(NEXT.seq(), NEXT.chain()), NEXT.store());
        Paid paid = files.pay(ID, stamp, document, mark -> false);
        boolean there =
                found.filter(filed -> filed.stamp().at().equals(stamp.at())).isPresent();
        assertEquals(there, paid instanceof Paid.There);
        if (paid instanceof Paid.Written(Optional<String> putAside)) {
            assertEquals(Optional.of(new Filed(stamp, document)), files.read(ID));
            assertEquals(Bytes.of(bytes), Bytes.of(Files.readAllBytes(kv.resolve(putAside.orElseThrow()))));
        }
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("stored parts are damage that is named, or a document that is stored and read as the same")
    void stored(byte[] bytes) throws Papers.Unreadable {
        SortedMap<String, Bytes> parts = new TreeMap<>();
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        for (int i = 0; i + 1 < lines.length; i += 2) {
            parts.put(lines[i], Bytes.utf8(lines[i + 1]));
        }
        Session session;
        try {
            session = Papers.session(parts);
        } catch (Papers.Unreadable damage) {
            assertFalse(String.valueOf(damage.getMessage()).isEmpty());
            return;
        }
        assertEquals(session, Papers.session(Papers.parts(session)));
    }
}
