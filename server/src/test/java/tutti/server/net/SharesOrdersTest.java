package tutti.server.net;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.Interleavings;

@Tag("slow")
@DisplayName("In any order of who takes, gives back and closes, shares")
public class SharesOrdersTest {
    private static final int MOST = 3;
    private static final int MOST_PER_ADDRESS = 2;
    private static final int HOSTS = 2;

    private final Shares shares = new Shares(MOST, MOST_PER_ADDRESS);
    /** How often each host has all that it may have, which is more than half. */
    private final AtomicIntegerArray out = new AtomicIntegerArray(HOSTS);

    private static InetAddress address(int host) {
        return InetAddress.ofLiteral("10.0.0." + host);
    }

    @Operation
    public void take(int host) {
        int from = Math.floorMod(host, HOSTS);
        if (shares.take(address(from), MOST_PER_ADDRESS)) {
            out.incrementAndGet(from);
            demand(out.get(0) + out.get(1) <= 1, "more is out than there is");
        }
    }

    @Operation
    public void give(int host) {
        int to = Math.floorMod(host, HOSTS);
        if (out.getAndUpdate(to, times -> Math.max(0, times - 1)) > 0) {
            shares.give(address(to), MOST_PER_ADDRESS);
        }
    }

    /** Does not wait for who has some: a checker of orders knows no time. */
    @Operation(nonParallelGroup = "end")
    public void close() throws InterruptedException {
        demand(!shares.close(0) || out.get(0) + out.get(1) == 0, "some are out after the end");
    }

    /** All is there again. */
    @Validate
    public void allIsBack() throws InterruptedException {
        give(0);
        give(1);
        demand(shares.close(0), "some are counted as out");
        demand(!shares.take(address(1), 1), "given out after the end");
    }

    private static void demand(boolean as, String otherwise) {
        if (!as) {
            throw new IllegalStateException(otherwise);
        }
    }

    @Test
    @DisplayName("are never more than there are, and closed only when all are back")
    void bounded() {
        Interleavings.check(SharesOrdersTest.class, 1, 12, 60);
    }

    @Test
    @Tag("long")
    @DisplayName("hold that in many more orders")
    void forLong() {
        Interleavings.check(SharesOrdersTest.class, 2, 50, 5_000);
    }
}
