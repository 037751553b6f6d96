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
        assertEquals(now + 1_000_000, pinger.next());
        pinger.welcomed(false, now);
        answer(pinger, now, OFFSET + 500);
        assertEquals(OFFSET, pinger.time().orElseThrow().offset(), 1);
        pinger.welcomed(true, now);
        assertTrue(pinger.time().isEmpty());
    }

    /** Answers a whole burst, each ping after 400 µs; returns the time of the last. */
    private static long answer(Pinger pinger, long from, long offset) {
        long sent = from;
        for (int i = 0; i < Limits.BURST; i++) {
            sent = pinger.due(i == 0 ? from : pinger.next()).orElseThrow().sent();
            pinger.pong(new ServerMessage.Pong(sent, sent + 200 + offset), sent + 400);
        }
        return sent;
    }

    @Test
    @DisplayName("every half minute another burst measures anew, and a clock that went another way is followed")
    void again() {
        Pinger pinger = new Pinger();
        pinger.welcomed(true, 0);
        answer(pinger, 0, OFFSET);
        while (pinger.next() < 30_000_000) {
            assertTrue(pinger.due(pinger.next()).isPresent());
        }
        assertTrue(pinger.next() < 31_000_000);
        answer(pinger, pinger.next(), OFFSET + 50_000);
        assertEquals(OFFSET + 50_000, pinger.time().orElseThrow().offset(), 1);
    }

    @Test
    @DisplayName("a ping says the longest round trip of the last minute, and no older one")
    void worst() {
        Pinger pinger = new Pinger();
        pinger.welcomed(true, 0);
        assertEquals(0, pinger.due(0).orElseThrow().worst());
        pinger.pong(new ServerMessage.Pong(0, OFFSET), 40_000);
        assertEquals(40_000, pinger.due(60_040_000).orElseThrow().worst());
        assertEquals(0, pinger.due(62_000_000).orElseThrow().worst());
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
