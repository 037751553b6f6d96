package tutti.server.net;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.Interleavings;

@Tag("slow")
@DisplayName("In any order of the selector and of the sweeper, who lets newcomers in")
public final class AcceptanceOrdersTest {
    private volatile FakeKey key = new FakeKey(new FakeSocket());
    /** A key that was cancelled is there until the selector's next pass. */
    private volatile boolean isKnown = true;

    private volatile boolean spare;
    private final Acceptance acceptance = new Acceptance(selector -> listen(), () -> spare);

    /** As a channel is registered. */
    private void listen() {
        if (key.isValid()) {
            return;
        }
        if (isKnown) {
            throw new CancelledKeyException();
        }
        isKnown = true;
        key = new FakeKey(new FakeSocket());
    }

    /** Somebody comes, and there is no handle: the library gives its key up if it is told so. */
    @Operation(nonParallelGroup = "selector")
    public void comes() {
        spare = false;
        FakeKey listening = key;
        if (listening.isValid() && !acceptance.isOpen(listening)) {
            listening.cancel();
        }
    }

    /** The selector's next pass. */
    @Operation(nonParallelGroup = "selector")
    public void pass() {
        isKnown = key.isValid();
    }

    /** There are handles again. */
    @Operation(nonParallelGroup = "sweeper")
    public void sweep() throws IOException {
        spare = true;
        acceptance.resume();
    }

    /** When there are handles, somebody is let in. */
    @Validate
    public void listensAgain() throws IOException {
        pass();
        sweep();
        if (!key.isValid()) {
            throw new IllegalStateException("nobody will be let in any more");
        }
    }

    @Test
    @DisplayName("never forgets that it does not listen")
    void listens() {
        Interleavings.check(AcceptanceOrdersTest.class, 2, 12, 150);
    }

    @Test
    @Tag("long")
    @DisplayName("never forgets that in many more orders")
    void listensForLong() {
        Interleavings.check(AcceptanceOrdersTest.class, 2, 50, 5_000);
    }
}
