package tutti.server.net;

import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.Interleavings;

@Tag("slow")
@DisplayName("In any order of a socket's worker and of its end, a connection")
public class SocketOrdersTest {
    /** Told as an intake is; not safe for two, so that two at a time would show. */
    private static final class Told implements Intake {
        private int inside;
        private boolean closed;

        private void hear() {
            inside++;
            if (closed || inside != 1) {
                throw new IllegalStateException("told something after the end, or two things at a time");
            }
            inside--;
        }

        @Override
        public void opened(Connection connection) {
            hear();
        }

        @Override
        public void text(Connection connection, String message) {
            hear();
        }

        @Override
        public void closed(Connection connection, boolean clean) {
            hear();
            closed = true;
        }

        @Override
        public void failed(Throwable cause) {
            throw new IllegalStateException(cause);
        }
    }

    private final SocketConnection connection = new SocketConnection(
            1, new GuardedSocket(Deaf.LISTENER, Deaf.OWNER, () -> 1), new Told(), socket -> {}, new BacklogReader());

    /** The worker. */
    @Operation(nonParallelGroup = "worker")
    public void text() {
        connection.text("word");
    }

    /** The thread of the socket's end; what comes after the first is nothing. */
    @Operation(nonParallelGroup = "end")
    public void closed() {
        connection.closed(false);
    }

    @Test
    @DisplayName("tells its owner one thing at a time, and nothing after the end")
    void closedIsLast() {
        Interleavings.check(SocketOrdersTest.class, 2, 2, 100);
    }

    @Test
    @Tag("long")
    @DisplayName("tells its owner nothing after the end in many more orders")
    void closedIsLastForLong() {
        Interleavings.check(SocketOrdersTest.class, 2, 50, 5_000);
    }
}
