package tutti.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks a server over bare sockets, so that it can also ask what no client should. Every wait ends after 30 s. */
record Web(InetSocketAddress server) {
    static final String OWN = "Host: 127.0.0.1\r\n";

    /** What came back. */
    record Answer(String status, String head, String body) {
        /** Fails unless it is what was asked for, or says when to ask again. */
        void expectServedOrLater(String served) {
            boolean later =
                    status.equals("503") && head.toLowerCase(Locale.ROOT).contains("retry-after: ");
            if (!status.equals(served) && !later) {
                throw new AssertionError("wanted " + served + ", but was " + head);
            }
        }
    }

    Socket connect(int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(30_000);
        socket.connect(server);
        return socket;
    }

    /** A request of that many bytes of body, without them. */
    static byte[] head(String request, String headers, int bytes) {
        return (request + " HTTP/1.1\r\n" + headers + "Content-Type: application/json\r\nContent-Length: " + bytes
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    Answer ask(String request, String headers, String body) throws IOException {
        try (Socket socket = connect(0)) {
            socket.getOutputStream().write(head(request, headers, body.length()));
            socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = Math.max(0, all.indexOf("\r\n\r\n"));
            String head = all.substring(0, end);
            String status = head.isEmpty() ? "" : head.split(" ", 3)[1];
            return new Answer(status, head, all.substring(Math.min(all.length(), end + 4)));
        }
    }

    String status(String request, String headers, String body) throws IOException {
        return ask(request, headers, body).status();
    }

    /** A figure of /metrics. */
    double metric(String name) throws IOException {
        String page = ask("GET /metrics", OWN, "").body();
        return page.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on " + page));
    }
}
