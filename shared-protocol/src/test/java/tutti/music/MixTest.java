package tutti.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The hash behind chance")
class MixTest {
    @Test
    @DisplayName("turning one bit of the input turns half the bits of the output, wherever it stands")
    void avalanche() {
        for (int bit = 0; bit < 64; bit++) {
            int turned = 0;
            for (long word = 0; word < 1_000; word++) {
                turned += Long.bitCount(Mix.of(word) ^ Mix.of(word ^ 1L << bit));
            }
            assertTrue(Math.abs(turned - 32_000) < 600, "bit " + bit + ": " + turned / 1_000.0);
        }
    }

    @Test
    @DisplayName("each output bit follows each input bit half the time")
    void everyPair() {
        int[][] turned = new int[64][64];
        for (long word = 0; word < 2_000; word++) {
            for (int in = 0; in < 64; in++) {
                long difference = Mix.of(word * 977) ^ Mix.of(word * 977 ^ 1L << in);
                for (int out = 0; out < 64; out++) {
                    turned[in][out] += (int) (difference >>> out & 1);
                }
            }
        }
        for (int[] row : turned) {
            for (int count : row) {
                assertTrue(Math.abs(count - 1_000) < 150, "of 2,000: " + count);
            }
        }
    }

    @Test
    @DisplayName("below(n) is even, for consecutive words too")
    void even() {
        int[] counts = new int[100];
        for (long word = 0; word < 100_000; word++) {
            counts[Mix.below(Mix.of(word), 100)]++;
        }
        for (int count : counts) {
            assertTrue(Math.abs(count - 1_000) < 160, "of 1,000: " + count);
        }
    }

    @Test
    @DisplayName("words and texts count in their order and with their ends")
    void order() {
        assertNotEquals(Mix.with(Mix.with(0, 1), 2), Mix.with(Mix.with(0, 2), 1));
        assertNotEquals(Mix.with(Mix.with(0, "ab"), "c"), Mix.with(Mix.with(0, "a"), "bc"));
        assertEquals(Mix.with(7, "kick"), Mix.with(7, "kick"));
    }

    @Test
    @DisplayName("its values never change: sessions sound next year as they do now")
    void golden() {
        assertEquals("5003c11ada9a9d96", Long.toHexString(Mix.with(Mix.of(1), "kick")));
    }

    @Test
    @DisplayName("its constants are the binary places of square roots")
    void constants() {
        assertEquals(0x6A09E667F3BCC909L, places(2) | 1);
        assertEquals(0xBB67AE8584CAA73BL, places(3) | 1);
        assertEquals(0x3C6EF372FE94F82BL, places(5) | 1);
    }

    private static long places(int square) {
        return BigInteger.valueOf(square).shiftLeft(128).sqrt().longValue();
    }
}
