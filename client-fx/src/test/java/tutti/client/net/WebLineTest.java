package tutti.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tutti.client.state.Line;
import tutti.sync.CloseReason;

@DisplayName("A line over WebSocket")
class WebLineTest {
    private static final String SILENT = "the server does not answer";

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch replaced = new CountDownLatch(1);

    private final Line.Listener listener = new Ear(told::add, replaced);

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

    /** All that the line says on a connection of which it hears nothing, until it gives it up. */
    private static void awaitEnd(Socket silent) throws IOException {
        silent.setSoTimeout(10_000);
        String asked = new String(silent.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(asked.endsWith("\r\n\r\n"), asked);
    }

    @Test
    @Timeout(30)
    @DisplayName("gives a server up that takes the connection and never answers, and dials again")
    void neverOpened() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            WebLine line = new WebLine(
                    new WebLine.Waits(2_000, 60_000),
                    () -> URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/"),
                    listener,
                    new Random(1));
            server.setSoTimeout(10_000);
            try (Socket first = server.accept()) {
                awaitEnd(first);
            }
            try (Socket second = server.accept()) {
                assertEquals(List.of(SILENT), told);
                second.setSoTimeout(10_000);
                second.getInputStream().readNBytes(1);
                line.close();
                awaitEnd(second);
            }
            assertEquals(List.of(SILENT), told);
        }
    }

    @Test
    @Timeout(30)
    @DisplayName("gives a server up that lets it in and then says nothing, but not one that said a word")
    void neverWelcomed() throws Exception {
        Turnstile server = new Turnstile(socket -> {});
        server.start();
        server.ready.await();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (WebLine line = new WebLine(
                new WebLine.Waits(60_000, 300),
                () -> URI.create("ws://127.0.0.1:" + server.getPort() + "/"),
                new Ear(heard::add, replaced),
                new Random(1))) {
            assertEquals("opened", heard.poll(10, TimeUnit.SECONDS));
            assertEquals(SILENT, heard.poll(10, TimeUnit.SECONDS));
            line.well();
            assertEquals("opened", heard.poll(10, TimeUnit.SECONDS));
            server.opened.take();
            server.opened.take();
            server.broadcast("a word");
            assertEquals("a word", heard.poll(10, TimeUnit.SECONDS));
            assertNull(heard.poll(700, TimeUnit.MILLISECONDS));
        } finally {
            server.stop();
        }
    }

    /** Passes on what a line says, in words. */
    private record Ear(Consumer<String> hears, CountDownLatch whenReplaced) implements Line.Listener {
        @Override
        public void opened() {
            hears.accept("opened");
        }

        @Override
        public void frame(String text) {
            hears.accept(text);
        }

        @Override
        public void broken(String why) {
            hears.accept(why);
        }

        @Override
        public void replaced() {
            hears.accept("replaced");
            whenReplaced.countDown();
        }
    }

    /** Lets everybody in, and then does what it is made for; says when. */
    private static final class Turnstile extends WebSocketServer {
        private final BlockingQueue<Long> opened = new LinkedBlockingQueue<>();
        private final CountDownLatch ready = new CountDownLatch(1);
        private final Consumer<WebSocket> then;

        Turnstile(Consumer<WebSocket> then) {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            this.then = then;
            setDaemon(true);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            opened.add(System.nanoTime());
            then.accept(socket);
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onMessage(WebSocket socket, String message) {}

        @Override
        public void onError(WebSocket socket, Exception failed) {}

        @Override
        public void onStart() {
            ready.countDown();
        }

        /** Milliseconds from one opening to the next. */
        private long gap(long before) throws InterruptedException {
            return (opened.take() - before) / 1_000_000;
        }
    }

    @Test
    @Tag("slow")
    @Timeout(60)
    @DisplayName("that is let in and turned away each time makes no storm: it waits longer, until one was of use")
    void noStorm() throws Exception {
        Turnstile server =
                new Turnstile(socket -> socket.close(CloseFrame.POLICY_VALIDATION, "this room failed; connect again"));
        server.start();
        server.ready.await();
        try (WebLine line =
                new WebLine(() -> URI.create("ws://127.0.0.1:" + server.getPort() + "/"), listener, new Random(1))) {
            long last = server.opened.take();
            for (long wait : new long[] {200, 400, 800, 1_600}) {
                long gap = server.gap(last);
                last += gap * 1_000_000;
                assertTrue(gap >= wait * 3 / 4, "it came again after " + gap + " ms, not " + wait);
            }
            line.well();
            long used = server.opened.take();
            long gap = server.gap(used);
            assertTrue(gap < 2_400, "it was of use, and yet comes again after " + gap + " ms only");
        } finally {
            server.stop();
        }
    }

    @Test
    @Timeout(60)
    @DisplayName("whose outbox is connected elsewhere says so, and dials no more: the two would fight for ever")
    void replaced() throws Exception {
        Turnstile server =
                new Turnstile(socket -> socket.close(CloseReason.REPLACED.code(), CloseReason.REPLACED.words()));
        server.start();
        server.ready.await();
        AtomicInteger dialled = new AtomicInteger();
        try (WebLine line = new WebLine(
                () -> {
                    dialled.incrementAndGet();
                    return URI.create("ws://127.0.0.1:" + server.getPort() + "/");
                },
                listener,
                new Random(1))) {
            server.opened.take();
            assertTrue(replaced.await(10, TimeUnit.SECONDS), () -> "it was told " + told);
            line.again();
            assertNull(server.opened.poll(700, TimeUnit.MILLISECONDS), "it came again");
            assertEquals(List.of("opened", "replaced"), told);
            assertEquals(1, dialled.get());
        } finally {
            server.stop();
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
