package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the chain of a history")
class ChainTest {
    private static final Chain BIRTH = new Chain("ab".repeat(32));
    private static final List<String> ROWS = List.of("{\"seq\":1,\"on\":true}", "{\"seq\":2}", "{\"seq\":3,\"é\":0}");

    private static Chain of(List<String> rows) {
        Chain chain = BIRTH;
        for (String row : rows) {
            chain = chain.then(row);
        }
        return chain;
    }

    private static List<String> with(int index, String row) {
        return IntStream.range(0, ROWS.size())
                .mapToObj(i -> i == index ? row : ROWS.get(i))
                .toList();
    }

    @Test
    @DisplayName("is another one after any one bit of any row is another, or two rows change places")
    void everyBit() {
        Set<Chain> seen = new HashSet<>();
        int changed = 0;
        for (int i = 0; i < ROWS.size(); i++) {
            byte[] bytes = ROWS.get(i).getBytes(StandardCharsets.ISO_8859_1);
            for (int bit = 0; bit < 7 * bytes.length; bit++) {
                byte[] other = bytes.clone();
                other[bit / 7] ^= (byte) (1 << bit % 7);
                changed++;
                assertTrue(seen.add(of(with(i, new String(other, StandardCharsets.ISO_8859_1)))), "bit " + bit);
            }
        }
        assertTrue(seen.add(of(ROWS)));
        assertTrue(seen.add(of(ROWS.reversed())));
        assertTrue(seen.add(of(ROWS.subList(0, 2))));
        assertTrue(seen.add(of(ROWS.subList(1, 3))));
        assertEquals(changed + 4, seen.size());
    }

    @Test
    @DisplayName("is the same for the same rows, and begins at its birth")
    void same() {
        assertEquals(of(ROWS), of(List.copyOf(ROWS)));
        assertEquals(BIRTH, of(List.of()));
    }
}
