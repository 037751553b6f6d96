package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A value of the store")
class ValuesTest {
    private final Mark start = new Mark(0, Rooms.chain("start"));

    private Batch batch(List<Row> rows, Optional<Checkpoint> checkpoint) {
        return new Batch(Rooms.id("a"), 1, start, rows, List.of(), checkpoint, Optional.empty(), List.of());
    }

    @Test
    @DisplayName("the chain is SHA-256 over the link before and the row")
    void chain() {
        // SHA-256 of 32 zero bytes and "abc", by another program
        Chain zero = Chain.ofHex("00".repeat(32));
        String expected = "365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370";
        assertEquals(expected, zero.next(Bytes.utf8("abc")).hex());
        assertEquals(zero, Chain.ofHex(zero.hex()));
    }

    @Test
    @DisplayName("a link of another length than 32 bytes does not exist")
    void shortChain() {
        assertThrows(IllegalArgumentException.class, () -> new Chain(Bytes.utf8("short")));
        assertThrows(IllegalArgumentException.class, () -> Chain.ofHex("00"));
    }

    @Test
    @DisplayName("bytes are equal by content, and nobody changes them from outside")
    void bytes() {
        byte[] mine = {1, 2, 3};
        Bytes bytes = Bytes.of(mine);
        mine[0] = 9;
        bytes.toArray()[1] = 9;
        assertEquals(Bytes.of(new byte[] {1, 2, 3}), bytes);
        assertNotEquals(Bytes.NONE, bytes);
        assertTrue(bytes.view().isReadOnly());
    }

    @Test
    @DisplayName("a batch with a gap, a wrong chain or a row out of order does not exist")
    void batches() {
        Row one = Row.after(start, Bytes.utf8("one"));
        Row two = Row.after(one.at(), Bytes.utf8("two"));
        Row forged = new Row(two.at(), Bytes.utf8("forged"));
        assertEquals(two.at(), batch(List.of(one, two), Optional.empty()).after());
        assertFalse(forged.follows(one.at()));
        for (List<Row> wrong : List.of(List.of(two), List.of(two, one), List.of(one, one), List.of(one, forged))) {
            assertThrows(IllegalArgumentException.class, () -> batch(wrong, Optional.empty()), wrong::toString);
        }
    }

    @Test
    @DisplayName("a checkpoint ahead of its batch, or with a path both fresh and kept, does not exist")
    void checkpoints() {
        Row one = Row.after(start, Bytes.utf8("one"));
        Checkpoint ahead = new Checkpoint(one.at(), new TreeMap<>(), new TreeSet<>());
        assertThrows(IllegalArgumentException.class, () -> batch(List.of(), Optional.of(ahead)));
        TreeMap<String, Bytes> fresh = new TreeMap<>();
        fresh.put("head", Bytes.NONE);
        TreeSet<String> kept = new TreeSet<>(fresh.keySet());
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint(one.at(), fresh, kept));
    }

    @Test
    @DisplayName("a manifest reads back as it was written, and anything else is damage")
    void manifest() throws StoreDamaged {
        TreeMap<String, Manifest.Part> parts = new TreeMap<>();
        parts.put("head", new Manifest.Part(1, Bytes.utf8("x").sha256()));
        parts.put("lane/A/T", new Manifest.Part(7, Bytes.utf8("y").sha256()));
        Manifest manifest = new Manifest(start, 8, parts);
        assertEquals(manifest, Manifest.decode(manifest.encode(), "here"));
        Bytes cut = Bytes.of(Arrays.copyOf(manifest.encode().toArray(), 90));
        assertThrows(StoreDamaged.class, () -> Manifest.decode(cut, "here"));
    }

    @Test
    @DisplayName("the wait before the store is opened again doubles, up to a bound")
    void backoff() {
        Backoff last = Backoff.FIRST;
        for (int i = 0; i < 20; i++) {
            assertTrue(last.next().millis() == Math.min(Backoff.LONGEST, last.millis() * 2));
            last = last.next();
        }
        assertEquals(Backoff.LONGEST, last.millis());
    }
}
