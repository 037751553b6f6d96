package tutti.server.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tutti.model.SessionId;
import tutti.server.api.TuttiServer;
import tutti.sync.ClientMessage;
import tutti.sync.Secret;
import tutti.wire.Codec;

/**
 * What a hostile client does to a whole server. Each {@link #strike} fails unless the server enforces its bound.
 *
 * @param session in which a neighbour works
 * @param neighbour the neighbour's secret, which only who checks may use
 * @param outbox the neighbour's outbox, as if it had leaked
 */
record Attack(TuttiServer server, SessionId session, String neighbour, String outbox) {
    private static final int FIN = 0x80;
    private static final String OWN = "Host: 127.0.0.1\r\n";
    private static final String SECRET = "secret-of-the-enemy-0000";
    private static final String GESTURE =
            "{\"edit\":{\"ask\":{\"of\":\"g\",\"type\":\"Undo\"},\"gesture\":\"h\",\"n\":";
    private static final String EDIT = "},\"type\":\"Submit\"}";
    /** None of them can be read; the first word says what is wrong. */
    private static final List<String> UNREADABLE = List.of(
            "deep " + "[".repeat(20_000),
            "deep " + "{\"edit\":".repeat(5_000),
            "huge {\"type\":\"" + "x".repeat(60_000) + "\"}",
            "NaN " + GESTURE + "NaN" + EDIT,
            "overflow " + GESTURE + "1e999" + EDIT,
            "long " + GESTURE + "9".repeat(400) + EDIT,
            "fraction " + GESTURE + "1.5" + EDIT,
            "unknown {\"type\":\"Obey\"}",
            "list [\"Ping\",{\"sent\":1,\"worst\":0}]",
            "null null",
            "doubled {\"sent\":1,\"sent\":2,\"type\":\"Ping\",\"worst\":0}",
            "surplus {\"sent\":1,\"type\":\"Ping\",\"worst\":0,\"z\":1}");
    /** As session ids; none of them may become a path. */
    private static final List<String> TRICKS = List.of(
            "../../etc/passwd", "..", "a/b", "a\\\\b", "%2e%2e%2fx", "a.json", "CON:", "a\\u0000", "/etc/passwd");

    static final String FORGED = "FORGED";
    /** As names, each of them a new line in the log and red, if they came there as they are. */
    private static final List<String> FORGERIES =
            List.of("\\r\\n" + FORGED, "\\u001b[31m" + FORGED, "\\u0085" + FORGED, "\\n" + FORGED + "\\u0007");

    private InetSocketAddress line() {
        return server.ws();
    }

    private RawClient open() throws IOException {
        return RawClient.open(line());
    }

    private static void expect(Object wanted, Object found) {
        if (!wanted.equals(found)) {
            throw new AssertionError("wanted " + wanted + ", but was " + found);
        }
    }

    void frameBomb() throws IOException {
        try (RawClient enemy = open()) {
            enemy.raw(RawClient.head(FIN | RawClient.TEXT, 1_500_000_000L, true, new byte[0]));
            expect(1009, enemy.awaitCloseCode());
        }
    }

    void halfOpenHandshakes() throws IOException {
        List<RawClient> enemies = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            RawClient enemy = RawClient.connect(line());
            enemy.raw("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\n");
            enemies.add(enemy);
        }
        for (RawClient enemy : enemies) {
            enemy.close();
        }
    }

    void endlessHeaders() throws IOException {
        endlessHeader(line());
        endlessHeader(server.http());
    }

    private static void endlessHeader(InetSocketAddress to) throws IOException {
        try (RawClient enemy = RawClient.connect(to)) {
            enemy.raw("GET /ws HTTP/1.1\r\n");
            for (int i = 0; i < 40; i++) {
                enemy.raw("X-" + i + ": " + "a".repeat(1_000) + "\r\n");
            }
            enemy.awaitEnd();
        } catch (SocketException e) {
            // Closed while this was still writing.
        }
    }

    /** To their end, so that it is no flood of connections: of these the cap for an address takes care. */
    void slowHeaders() throws IOException {
        try (RawClient web = RawClient.connect(server.http());
                RawClient socket = RawClient.connect(line())) {
            for (char drop : ("GET / HTTP/1.1\r\n" + OWN + "Connection: close\r\n\r\n").toCharArray()) {
                web.raw("" + drop);
                socket.raw("" + drop);
            }
            web.awaitEnd();
            socket.awaitEnd();
        }
    }

    void endlessFragments() throws IOException {
        try (RawClient enemy = open()) {
            enemy.raw(RawClient.frame(RawClient.TEXT, new byte[0], true));
            for (int i = 0; i < Limits.CLIENT_FRAGMENTS; i++) {
                enemy.raw(RawClient.frame(0, new byte[0], true));
            }
            expect(1009, enemy.awaitCloseCode());
        }
    }

    /** In the neighbour's own room, whose every row is for it too. */
    void slowReader() throws IOException {
        try (RawClient enemy = RawClient.connect(line(), 4096)) {
            enemy.enter(line());
            enemy.send(new Codec().write(HonestClient.hello(session, SECRET, "slow")));
            for (int i = 0; i < 500; i++) {
                enemy.send("{\"sent\":" + i + ",\"type\":\"Ping\",\"worst\":0}");
            }
        } catch (SocketException e) {
            // Cut off while this was still asking.
        }
    }

    void floodOfEdits() throws IOException {
        try (HonestClient enemy = HonestClient.join(line(), session, SECRET, "flood")) {
            Codec codec = new Codec();
            long first = enemy.lastNumber() + 1;
            for (long n = first; n < first + 100; n++) {
                enemy.socket.send(codec.write(new ClientMessage.Submit(HonestClient.tempo(n, "flood"))));
            }
            enemy.socket.send(codec.write(new ClientMessage.Submit(HonestClient.tempo(first + 1_000, "flood"))));
            expect(1013, enemy.socket.awaitCloseCode());
        }
    }

    void pingFlood() throws IOException {
        byte[] ping = RawClient.frame(FIN | RawClient.PING, new byte[125], true);
        try (RawClient enemy = RawClient.connect(line(), 4096)) {
            enemy.enter(line());
            for (int i = 0; i < 2_000; i++) {
                enemy.raw(ping);
            }
        } catch (SocketException e) {
            // Cut off while this was still asking.
        }
    }

    void unreadable() throws IOException {
        for (String line : UNREADABLE) {
            malformed(line.substring(line.indexOf(' ') + 1));
        }
    }

    private void malformed(String text) throws IOException {
        try (RawClient enemy = open()) {
            enemy.send(text);
            expect(1007, enemy.awaitCloseCode());
        }
    }

    void foreign() throws IOException {
        String upgrade = "Host: evil.example\r\n";
        try (RawClient enemy = RawClient.connect(line())) {
            expect(true, enemy.shakeHands("/ws", upgrade).startsWith("HTTP/1.1 404"));
        }
        try (RawClient enemy = RawClient.connect(line())) {
            expect(
                    true,
                    enemy.shakeHands("/ws", OWN + "Origin: http://evil.example\r\n")
                            .startsWith("HTTP/1.1 404"));
        }
        expect("403", web("GET /api/sessions", "Host: evil.example\r\n", ""));
        expect("403", web("GET /api/sessions", OWN + "Origin: http://evil.example\r\n", ""));
    }

    private String web(String request, String headers, String body) throws IOException {
        try (Socket socket =
                new Socket(server.http().getAddress(), server.http().getPort())) {
            socket.setSoTimeout(10_000);
            String head = request + " HTTP/1.1\r\n" + headers + "Content-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            InputStreamReader in = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            String status = new BufferedReader(in).readLine();
            return status == null ? "" : status.split(" ")[1];
        }
    }

    void pathTricks() throws IOException {
        for (String trick : TRICKS) {
            malformed(hello(trick, "Eve"));
            expect("400", web("POST /api/sessions", OWN, "{\"id\":\"" + trick + "\",\"version\":1}"));
        }
        for (String path : List.of("..%2f..%2fetc%2fpasswd", "%2e%2e", "../../server.json", "a%00", "a.json")) {
            expect("404", web("GET /api/sessions/" + path, OWN, ""));
        }
    }

    private static String hello(String id, String name) {
        return "{\"chain\":\"" + "0".repeat(64)
                + "\",\"clock\":null,\"outbox\":\"o\",\"profile\":{\"colour\":1,\"name\":\""
                + name + "\"},\"protocol\":1,\"secret\":\"" + SECRET + "\",\"seq\":0,\"session\":\"" + id
                + "\",\"type\":\"Hello\"}";
    }

    void logInjection() throws IOException {
        for (String forgery : FORGERIES) {
            malformed(hello(session.text(), forgery));
            malformed("{\"type\":\"" + forgery + "\"}");
            malformed("{\"" + forgery + "\":1}");
            web("POST /api/sessions", OWN, "{\"id\":\"x\",\"parts\":{\"" + forgery + "\":{}},\"version\":1}");
        }
        web("GET /api/sessions/%0d%0a" + FORGED, OWN, "");
        web("GET /api/sessions/%1b[31m" + FORGED, OWN, "");
        web("GET /\u001b[31m" + FORGED, OWN + "X: \u001b[31m" + FORGED + "\r\n", "");
    }

    /** Everybody knows a member's id. It opens nothing: it makes another member, who can undo nothing of theirs. */
    void impersonation() throws IOException {
        String stolen = new Secret(neighbour).member().text();
        try (HonestClient enemy = HonestClient.join(line(), session, stolen, "impostor")) {
            enemy.say(new ClientMessage.Point(java.util.Optional.empty()));
            long n = enemy.lastNumber() + 1;
            tutti.sync.Ask.Undo undo = new tutti.sync.Ask.Undo(new tutti.sync.GestureId("honest-1"));
            var settled = enemy.ask(new tutti.sync.Edit(n, new tutti.sync.GestureId("undo-" + n), undo));
            expect(
                    tutti.edit.Refusal.Reason.NOTHING,
                    settled.verdicts().getFirst().refusal().orElseThrow().reason());
        }
    }

    /** The neighbour's outbox, under a secret that is not the neighbour's: numbers of its own, nobody replaced. */
    void replayedOutbox() throws IOException {
        try (HonestClient enemy = HonestClient.join(line(), session, SECRET, outbox)) {
            enemy.edit(1);
        }
    }
}
