package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.sync.ServerMessage;

@DisplayName("The room's time")
class RoomTimeTest {
    private static final long OFFSET = 123_456_789;

    @Test
    @DisplayName("the median of a burst is not moved by a few late answers")
    void median() {
        Random random = new Random(7);
        RoomTime.Burst burst = new RoomTime.Burst();
        boolean last = false;
        for (int i = 0; i < Limits.BURST; i++) {
            assertFalse(last);
            long sent = i * 50_000L;
            long there = 200 + random.nextInt(100);
            long back = i % 4 == 0 ? 40_000 : 200 + random.nextInt(100);
            last = burst.add(sent, sent + there + OFFSET, sent + there + back);
        }
        assertTrue(last);
        assertEquals(OFFSET, burst.result().offset(), 60);
        assertTrue(burst.result().spread() <= 300);
    }

    @Test
    @DisplayName("a burst follows a Welcome, then a ping a second; a small difference does not move the time")
    void pinger() {
        Pinger pinger = new Pinger();
        assertTrue(pinger.due(0).isEmpty());
        pinger.welcomed(true, 0);
        long now = answer(pinger, 0, OFFSET);
        assertEquals(OFFSET, pinger.time().orElseThrow().offset(), 1);
        assertTrue(pinger.next() >= now + 900_000);
        pinger.welcomed(false, now);
        answer(pinger, now, OFFSET + 500);
        assertEquals(OFFSET, pinger.time().orElseThrow().offset(), 1);
        pinger.welcomed(true, now);
        assertTrue(pinger.time().isEmpty());
    }

    /** Answers a whole burst, each ping after 400 µs; returns the time of the last. */
    private static long answer(Pinger pinger, long from, long offset) {
        long now = from;
        for (int i = 0; i < Limits.BURST; i++) {
            long sent = pinger.due(now).orElseThrow().sent();
            pinger.pong(new ServerMessage.Pong(sent, sent + 200 + offset), sent + 400);
            now = pinger.next();
        }
        return now - 1_000_000;
    }

    @Test
    @DisplayName("ten seconds without a word mean that the line is dead")
    void silence() {
        Pinger pinger = new Pinger();
        pinger.welcomed(true, 0);
        assertFalse(pinger.silent(9_000_000));
        pinger.heard(5_000_000);
        assertFalse(pinger.silent(14_000_000));
        assertTrue(pinger.silent(15_000_001));
        pinger.stopped();
        assertFalse(pinger.silent(60_000_000));
    }
}
