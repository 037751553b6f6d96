package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.Session;
import tutti.sync.Continuity;
import tutti.sync.Lobby;
import tutti.sync.MemberId;
import tutti.sync.RoomClock;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.sync.Transport;

@DisplayName("The room's time")
class RoomTimeTest {
    private static final long OFFSET = 123_456_789;
    private static final MemberId ME = new Secret("secret-of-somebody-here-00").member();

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
        pinger.welcomed(true, 0, 0);
        long now = answer(pinger, 0, OFFSET);
        assertEquals(OFFSET, pinger.time().orElseThrow().offset(), 1);
        assertEquals(now + 1_000_000, pinger.next());
        pinger.welcomed(false, 0, now);
        answer(pinger, now, OFFSET + 500);
        assertEquals(OFFSET, pinger.time().orElseThrow().offset(), 1);
        pinger.welcomed(true, 0, now);
        assertTrue(pinger.time().isEmpty());
    }

    @Test
    @DisplayName("a server that restarts before a burst is in gets the room's clock back all the same")
    void restartedBeforeTheBurst() {
        Company company = new Company(ME);
        Transport playing = new Lobby("clock", Session.BLANK).transport();
        company.hear(
                new ServerMessage.Welcome(
                        ME,
                        0,
                        Continuity.SAME,
                        0,
                        List.of(),
                        "clock",
                        new RoomClock(OFFSET + 1_000, playing),
                        List.of(),
                        List.of()),
                1_000);
        assertEquals(Optional.of(new RoomClock(OFFSET + 9_000, playing)), company.clock(9_000));
        assertTrue(company.time().isEmpty(), "it is not exact enough to play by");
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
        pinger.welcomed(true, 0, 0);
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
        pinger.welcomed(true, 0, 0);
        assertEquals(0, pinger.due(0).orElseThrow().worst());
        pinger.pong(new ServerMessage.Pong(0, OFFSET), 40_000);
        assertEquals(40_000, pinger.due(60_040_000).orElseThrow().worst());
        assertEquals(0, pinger.due(62_000_000).orElseThrow().worst());
    }

    @Test
    @DisplayName("ten seconds without a word mean that the line is dead")
    void silence() {
        Pinger pinger = new Pinger();
        pinger.welcomed(true, 0, 0);
        assertFalse(pinger.silent(9_000_000));
        pinger.heard(5_000_000);
        assertFalse(pinger.silent(14_000_000));
        assertTrue(pinger.silent(15_000_001));
        pinger.stopped();
        assertFalse(pinger.silent(60_000_000));
    }
}
