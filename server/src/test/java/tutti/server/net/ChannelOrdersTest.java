package tutti.server.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.Interleavings;

@Tag("slow")
@DisplayName("In any order of who sends, of the library and of its selector, a client's channel")
public class ChannelOrdersTest {
    /** The library's answer to the handshake; every frame is as long. */
    private static final String SHAKEN = "<hs>";
    /** A frame and a half. */
    private static final int ROOM = 6;

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void demand(boolean as, String otherwise) {
        if (!as) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** A channel, its socket and its key, as the library has them. */
    private static final class Line {
        private final FakeSocket system = new FakeSocket();
        private final FakeKey key = new FakeKey(system);
        private final GuardedSocket socket = new GuardedSocket(Deaf.LISTENER, Deaf.OWNER, () -> 1);
        private int told;
        private final GuardedChannel channel =
                new GuardedChannel(system, key, socket, bytes -> told += bytes, new Traffic());

        /** The library's loop over what waits, as its selector runs it. */
        void batch() {
            try {
                ByteBuffer next = socket.outQueue.peek();
                while (next != null) {
                    channel.write(next);
                    if (next.hasRemaining()) {
                        return;
                    }
                    socket.outQueue.poll();
                    next = socket.outQueue.peek();
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /** A cursor sends, the library puts frames of its own among them, its selector writes, the client reads. */
    public static final class OfWriting {
        private final Line line = new Line();
        private int sent;
        private int atOnce;
        private int closes;
        private int closesOfSelector;

        public OfWriting() {
            line.socket.outQueue.add(buffer(SHAKEN));
            line.system.read(SHAKEN.length());
            line.batch();
            line.system.read(ROOM);
        }

        /** One at a time, by the cursor's lock; two frames. */
        @Operation(nonParallelGroup = "cursor")
        public void send() {
            List<ByteBuffer> frames = List.of(buffer("<r" + sent++ % 10 + ">"), buffer("<r" + sent++ % 10 + ">"));
            atOnce += line.channel.send(frames);
        }

        /** Without our lock. */
        @Operation(nonParallelGroup = "library")
        public void close() {
            closes++;
            line.socket.outQueue.add(buffer("<cl>"));
        }

        /** The client has read meanwhile. */
        @Operation(nonParallelGroup = "selector")
        public void write() {
            line.system.read(ROOM);
            line.batch();
        }

        /** The same for a frame of the library's own. */
        @Operation(nonParallelGroup = "selector")
        public void closeAndWrite() {
            closesOfSelector++;
            line.socket.outQueue.add(buffer("<cl>"));
            write();
        }

        /** Each frame whole and once, those of the cursor in order, all bytes after the handshake told to it once. */
        @Validate
        public void allIsHeard() {
            while (!line.socket.outQueue.isEmpty()) {
                line.system.read(ROOM);
                line.batch();
            }
            String heard = line.system.taken();
            demand(heard.startsWith(SHAKEN), "before the handshake was done: " + heard);
            StringBuilder rows = new StringBuilder();
            int others = 0;
            for (int i = SHAKEN.length(); i < heard.length(); i += SHAKEN.length()) {
                String frame = heard.substring(i, Math.min(heard.length(), i + SHAKEN.length()));
                if (frame.equals("<cl>")) {
                    others++;
                } else {
                    rows.append(frame);
                }
            }
            StringBuilder wanted = new StringBuilder();
            for (int i = 0; i < sent; i++) {
                wanted.append("<r").append(i % 10).append('>');
            }
            demand(
                    rows.compareTo(wanted) == 0 && others == closes + closesOfSelector,
                    "wanted " + wanted + ", heard " + heard);
            int counted = line.told + atOnce;
            demand(counted == heard.length() - SHAKEN.length(), counted + " bytes were told of " + heard);
        }
    }

    /** Its selector reads and looks for what to write, workers decode and have frames, and ask to be looked at. */
    public static final class OfAsking {
        private final Line line = new Line();

        public OfAsking() {
            line.socket.inQueue.add(buffer("word"));
        }

        private boolean asks(int ops) {
            return (line.key.interestOps() & ops) != 0;
        }

        @Operation(nonParallelGroup = "selector")
        public void read() throws IOException {
            ByteBuffer into = ByteBuffer.allocate(4);
            if (asks(SelectionKey.OP_READ) && line.channel.read(into) > 0) {
                line.socket.inQueue.add(into);
            }
        }

        /** As the library does when there is nothing to write. */
        @Operation(nonParallelGroup = "selector")
        public void look() {
            if (line.socket.outQueue.peek() == null && line.channel.isNeedWrite()) {
                line.channel.writeMore();
            }
        }

        @Operation(nonParallelGroup = "worker")
        public void decode() {
            if (line.socket.inQueue.poll() != null) {
                line.channel.resume();
            }
        }

        @Operation(nonParallelGroup = "worker")
        public void demandWrite() {
            line.socket.outQueue.add(buffer("<r0>"));
            line.key.interestOpsOr(SelectionKey.OP_WRITE);
        }

        /** Nobody waits for a look that was never asked for. */
        @Validate
        public void allIsAskedFor() {
            demand(!line.socket.inQueue.isEmpty() || asks(SelectionKey.OP_READ), "it is read no more");
            demand(line.socket.outQueue.isEmpty() || asks(SelectionKey.OP_WRITE), "it is written no more");
        }
    }

    @Test
    @DisplayName("sends every frame whole, once and in order, and counts what went")
    void wholeFrames() {
        Interleavings.check(OfWriting.class, 1, 8, 60);
    }

    @Test
    @DisplayName("is looked at again, however reads, workers and looks for frames meet")
    void asked() {
        Interleavings.check(OfAsking.class, 1, 6, 60);
    }

    @Test
    @Tag("long")
    @DisplayName("holds both in many more orders")
    void forLong() {
        Interleavings.check(OfWriting.class, 2, 50, 5_000);
        Interleavings.check(OfAsking.class, 2, 50, 5_000);
    }
}
