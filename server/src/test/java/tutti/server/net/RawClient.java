package tutti.server.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A WebSocket client made of bytes, so that it can also do what no client should. Every wait ends after 10 s. */
final class RawClient implements AutoCloseable {
    /** One frame from the server. */
    record Received(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }

        @Override
        public String toString() {
            String words = opcode != CLOSE || payload.length < 2 ? text() : closeCode() + text().substring(2);
            return "opcode " + opcode + " " + words;
        }
    }

    private static final int LITTLE = 4096;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream(), 1 << 16));
        this.out = socket.getOutputStream();
    }

    /** A socket that has said nothing yet. */
    static RawClient connect(InetSocketAddress server) throws IOException {
        return connect(server, 0);
    }

    /** With a receive buffer of a size, 0 for the usual. */
    static RawClient connect(InetSocketAddress server, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        socket.connect(server);
        return new RawClient(socket);
    }

    /** A client that is let in, and whose system keeps little of what it says and the server does not read. */
    static RawClient brief(InetSocketAddress server) throws IOException {
        RawClient client = connect(server);
        client.socket.setSendBufferSize(LITTLE);
        client.enter(server);
        return client;
    }

    /** A client that is let in. */
    static RawClient open(InetSocketAddress server) throws IOException {
        RawClient client = connect(server);
        client.enter(server);
        return client;
    }

    void enter(InetSocketAddress server) throws IOException {
        String status = shakeHands("/ws", "Host: 127.0.0.1:" + server.getPort() + "\r\n");
        check(status.startsWith("HTTP/1.1 101"), status);
    }

    /** Sends a handshake and returns the status line; "" where the server closed without one. */
    String shakeHands(String path, String headers) throws IOException {
        raw(head(path, headers));
        return readHead();
    }

    /** Sends a handshake and a message right behind it, then reads the answer to the handshake. */
    void hurry(InetSocketAddress server, String text) throws IOException {
        byte[] frame = frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8), true);
        byte[] head =
                head("/ws", "Host: 127.0.0.1:" + server.getPort() + "\r\n").getBytes(StandardCharsets.US_ASCII);
        raw(ByteBuffer.allocate(head.length + frame.length).put(head).put(frame).array());
        String status = readHead();
        check(status.startsWith("HTTP/1.1 101"), status);
    }

    private static String head(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\n" + headers + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII).lines().findFirst().orElse("");
    }

    void raw(String ascii) throws IOException {
        raw(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void send(String text) throws IOException {
        raw(frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8), true));
    }

    void close(int code) throws IOException {
        raw(frame(0x80 | CLOSE, ByteBuffer.allocate(2).putShort((short) code).array(), true));
    }

    /** A frame as a client encodes it; the mask is all zeroes, which is a mask too. */
    static byte[] frame(int first, byte[] payload, boolean masked) {
        return head(first, payload.length, masked, payload);
    }

    /** A frame that declares one length and carries another. */
    static byte[] head(int first, long declared, boolean masked, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        int mask = masked ? 0x80 : 0;
        if (declared >= 0 && declared < 126) {
            frame.put((byte) (mask | (int) declared));
        } else if (declared >= 0 && declared <= 0xFFFF) {
            frame.put((byte) (mask | 126)).putShort((short) declared);
        } else {
            frame.put((byte) (mask | 127)).putLong(declared);
        }
        if (masked) {
            frame.putInt(0);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    Received read() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        long length = switch (second) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> second;
        };
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        return new Received(first & 0x0F, payload);
    }

    /** The next text, answering pings on the way. */
    String readText() throws IOException {
        Received next = read();
        while (next.opcode() == PING) {
            raw(frame(0x80 | PONG, next.payload(), true));
            next = read();
        }
        check(next.opcode() == TEXT, "not a text: " + next);
        return next.text();
    }

    /** By hand, since benchmarks use this too and run without the test library. */
    private static void check(boolean as, String otherwise) {
        if (!as) {
            throw new AssertionError(otherwise);
        }
    }

    /** The code of the close frame that comes next, other frames skipped. */
    int awaitCloseCode() throws IOException {
        Received next = read();
        while (next.opcode() != CLOSE) {
            next = read();
        }
        return next.closeCode();
    }

    /** What is written until the server cuts it off. */
    @FunctionalInterface
    interface Writing {
        /** All of it. */
        void run() throws IOException;
    }

    /**
     * The code of the close frame that comes while this writes. Read on a thread of its own, since the system throws
     * away what was not read when it is cut off.
     */
    int closeCodeWhile(Writing writing) throws IOException {
        FutureTask<Integer> heard = new FutureTask<>(this::awaitCloseCode);
        Thread.ofPlatform().name("reads-meanwhile").daemon().start(heard);
        try {
            writing.run();
        } catch (SocketException e) {
            // Cut off. It was said before, why.
        }
        try {
            return heard.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("closed without a word", e);
        }
    }

    /** Waits until the server has closed, whatever it still sends. */
    void awaitEnd() throws IOException {
        byte[] sink = new byte[1 << 16];
        try {
            while (in.read(sink) >= 0) {
                // read on
            }
        } catch (SocketException e) {
            // A reset is an end too.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
