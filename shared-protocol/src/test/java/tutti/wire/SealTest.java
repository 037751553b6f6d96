package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.SessionId;
import tutti.sync.Chain;

@DisplayName("A sealed document")
class SealTest {
    private static final Stamp STAMP = new Stamp(new SessionId("x"), 3, new Chain("0f".repeat(32)), "s");

    private static byte[] document() {
        return Documents.text(STAMP, AnySession.of(4, 12)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("is the document again once the seal is off")
    void roundTrip() {
        byte[] sealed = Seal.on(document());
        assertFalse(Documents.stamp(sealed) instanceof Parsed.Of<Stamp>, "a seal is no part of a document");
        assertArrayEquals(document(), Seal.off(sealed).orElseThrow());
    }

    @Test
    @DisplayName("of before there were seals is taken as it is")
    void without() {
        assertArrayEquals(document(), Seal.off(document()).orElseThrow());
        assertArrayEquals(new byte[0], Seal.off(new byte[0]).orElseThrow());
    }

    @Test
    @DisplayName("is never taken with any one bit of it flipped")
    void flipped() {
        byte[] sealed = Seal.on(document());
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] other = sealed.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            Optional<byte[]> taken = Seal.off(other).filter(text -> Documents.stamp(text) instanceof Parsed.Of<Stamp>);
            assertTrue(taken.isEmpty(), "bit " + bit);
        }
    }

    @Test
    @DisplayName("is never taken torn, wherever")
    void torn() {
        byte[] sealed = Seal.on(document());
        for (int length = 0; length < sealed.length; length++) {
            byte[] torn = Arrays.copyOf(sealed, length);
            assertFalse(Documents.stamp(Seal.off(torn).orElseThrow()) instanceof Parsed.Of<Stamp>, "length " + length);
        }
    }

    @Test
    @DisplayName("is canonical, or it is not sealed")
    void canonical() {
        byte[] spaced = "{ \"version\": 1 }".getBytes(StandardCharsets.UTF_8);
        assertThrows(IllegalArgumentException.class, () -> Seal.on(spaced));
    }
}
