package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.server.store.Await;

@DisplayName("Shares of what there is only so much of")
class SharesTest {
    private final Shares shares = new Shares(10, 7);

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    @Test
    @DisplayName("are given out up to the whole, and to one address up to its part")
    void bounded() {
        assertTrue(shares.take(address("127.0.0.1"), 7));
        assertFalse(shares.take(address("127.0.0.1"), 1));
        assertFalse(shares.take(address("127.0.0.2"), 4));
        assertTrue(shares.take(address("127.0.0.2"), 3));
        shares.give(address("127.0.0.1"), 2);
        assertTrue(shares.take(address("127.0.0.3"), 2));
        assertFalse(shares.take(address("127.0.0.1"), 1));
    }

    @Test
    @DisplayName("count an IPv6 host's many addresses as one")
    void sameHost() {
        assertTrue(shares.take(address("2001:db8::1"), 7));
        assertFalse(shares.take(address("2001:db8::2"), 1));
        assertTrue(shares.take(address("2001:db8:0:1::1"), 1));
    }

    @Test
    @DisplayName("that are all back wake who waits for that, long before its time")
    void wakes() throws Exception {
        assertTrue(shares.take(address("127.0.0.1"), 1));
        FutureTask<Boolean> closing = new FutureTask<>(() -> shares.close(30_000));
        Thread closer = Thread.ofPlatform().start(closing);
        Await.until(() -> closer.getState() == Thread.State.TIMED_WAITING);
        shares.give(address("127.0.0.1"), 1);
        assertTrue(closing.get(10, TimeUnit.SECONDS));
    }

    @Test
    @DisplayName("are given out no more once closed, which says whether all came back")
    void closed() throws InterruptedException {
        assertTrue(shares.take(address("127.0.0.1"), 1));
        assertFalse(shares.close(1));
        shares.give(address("127.0.0.1"), 1);
        assertTrue(shares.close(1));
        assertFalse(shares.take(address("127.0.0.1"), 1));
    }
}
