package tutti.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tutti.client.state.Line;

@DisplayName("A line over WebSocket")
class WebLineTest {
    private final List<String> told = new ArrayList<>();

    private final Line.Listener listener = new Line.Listener() {
        @Override
        public void opened() {
            told.add("opened");
        }

        @Override
        public void frame(String text) {
            told.add(text);
        }

        @Override
        public void broken(String why) {
            told.add(why);
        }
    };

    @Test
    @Timeout(30)
    @DisplayName("that is closed while its server is looked for connects to nobody and says nothing more")
    void closedWhileDialling() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CountDownLatch looking = new CountDownLatch(1);
            CountDownLatch closed = new CountDownLatch(1);
            CountDownLatch found = new CountDownLatch(1);
            WebLine line = new WebLine(
                    () -> {
                        looking.countDown();
                        awaitDeaf(closed);
                        found.countDown();
                        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
                    },
                    listener,
                    new Random(1));
            looking.await();
            line.close();
            closed.countDown();
            found.await();
            server.setSoTimeout(700);
            assertThrows(SocketTimeoutException.class, server::accept);
            assertEquals(List.of(), told);
        }
    }

    /** A search that does not hear that it is not wanted any more. */
    private static void awaitDeaf(CountDownLatch latch) {
        boolean deaf = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                deaf = true;
            }
        }
        assertTrue(deaf || latch.getCount() == 0);
    }
}
