package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client's socket")
class GuardedChannelTest {
    private static final int SMALL = 4_096;
    private static final int LARGE = 50_000;

    private final GuardedSocket socket = new GuardedSocket(Deaf.LISTENER, Deaf.OWNER, () -> 1);
    private final ByteArrayOutputStream expected = new ByteArrayOutputStream();
    private Selector selector;
    private SocketChannel server;
    private SocketChannel client;
    private GuardedChannel channel;
    private int told;

    @BeforeEach
    void connect() throws IOException {
        selector = Selector.open();
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open();
            client.setOption(StandardSocketOptions.SO_RCVBUF, SMALL);
            client.connect(listener.getLocalAddress());
            server = listener.accept();
        }
        server.configureBlocking(false);
        server.setOption(StandardSocketOptions.SO_SNDBUF, SMALL);
        SelectionKey key = server.register(selector, SelectionKey.OP_READ);
        channel = new GuardedChannel(server, key, socket, bytes -> told += bytes, new Traffic());
        shakeHands();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        selector.close();
    }

    /** The library's answer, which is always first. */
    private void shakeHands() throws IOException {
        channel.write(buffer("shaken"));
        expected.writeBytes("shaken".getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private int send(String... texts) {
        List<ByteBuffer> frames =
                Arrays.stream(texts).map(GuardedChannelTest::buffer).toList();
        frames.forEach(frame -> expected.writeBytes(frame.array()));
        return channel.send(frames);
    }

    /** The library's loop over what waits, as its selector runs it. */
    private void batch() throws IOException {
        ByteBuffer next = socket.outQueue.peek();
        while (next != null) {
            channel.write(next);
            if (next.hasRemaining()) {
                return;
            }
            socket.outQueue.remove();
            next = socket.outQueue.peek();
        }
    }

    private byte[] readAll() throws IOException {
        ByteBuffer read = ByteBuffer.allocate(expected.size());
        while (read.hasRemaining()) {
            batch();
            client.read(read);
        }
        return read.array();
    }

    private void fill() {
        int least = 0;
        while (socket.outQueue.isEmpty()) {
            least = send("x".repeat(LARGE) + least);
        }
    }

    @Test
    @DisplayName("is sent what it takes at once, by whoever has it, and nothing waits")
    void atOnce() throws IOException {
        assertEquals(10, send("rows", "answer"));
        assertTrue(socket.outQueue.isEmpty());
        assertEquals(0, told, "it was told by what send() said");
        assertArrayEquals(expected.toByteArray(), readAll());
    }

    @Test
    @DisplayName("that is full gets what waits in order, and what is sent meanwhile after it")
    void full() throws IOException {
        fill();
        assertEquals(0, send("after"));
        assertArrayEquals(expected.toByteArray(), readAll());
        assertTrue(told > 0, "what waited is told as it goes");
    }

    @Test
    @DisplayName("ends a frame that it took a part of before anything that the library says in between")
    void begunFirst() throws IOException {
        fill();
        ByteBuffer begun = socket.outQueue.peek();
        assertNotNull(begun);
        assertTrue(begun.position() > 0, "it took a part");
        // As a close frame that stood in the queue just before the rest of the frame came to it.
        socket.outQueue.remove();
        socket.outQueue.add(buffer("close"));
        socket.outQueue.add(begun);
        expected.writeBytes("close".getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(expected.toByteArray(), readAll());
    }
}
