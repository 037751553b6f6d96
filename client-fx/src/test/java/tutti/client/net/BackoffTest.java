package tutti.client.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who was cut off")
class BackoffTest {
    @Test
    @DisplayName("waits twice as long each time, 4 s at most, and briefly again after a success")
    void doubles() {
        Backoff backoff = new Backoff(new Random(1));
        for (long wait : new long[] {200, 400, 800, 1_600, 3_200, 4_000, 4_000}) {
            near(wait, backoff.next());
        }
        backoff.reset();
        near(200, backoff.next());
    }

    private static void near(long wait, long waited) {
        assertTrue(waited >= wait * 3 / 4 && waited <= wait * 5 / 4, waited + " instead of about " + wait);
    }

    @Test
    @DisplayName("comes back at a moment of its own, from the first try on: forty are spread over all of 100 ms")
    void apart() {
        Set<Long> moments = new HashSet<>();
        for (int client = 0; client < 40; client++) {
            moments.add(new Backoff(new Random(client)).next() / 10);
        }
        assertTrue(moments.size() >= 9, "of the eleven stretches of 10 ms from 150 to 250: " + moments);
    }
}
