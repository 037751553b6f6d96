package tutti.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.SessionId;
import tutti.sync.Ask;
import tutti.sync.ClientMessage;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.wire.Codec;

/**
 * What a hostile client does to a whole server in one pass. Each strike fails unless the server enforces its bound;
 * what stays for longer is among the {@link Sieges}.
 *
 * @param line where its WebSocket listens
 * @param http where it answers over HTTP
 * @param session in which a neighbour works
 * @param outbox the neighbour's outbox, as if it had leaked
 * @param heavy text of a document, of the id {@link #HEAVY}, that is about as heavy as one may be
 * @param numbers of the edits that were asked for over HTTP
 */
record Attack(
        InetSocketAddress line,
        InetSocketAddress http,
        SessionId session,
        String outbox,
        String heavy,
        AtomicLong numbers) {
    private static final int FIN = 0x80;
    static final String HEAVY = "heavy-room";
    private static final String OWN = Web.OWN;
    static final String SECRET = "secret-of-the-enemy-0000";
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

    Web web() {
        return new Web(http);
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

    void endlessHeaders() throws IOException {
        endlessHeader(line());
        endlessHeader(http);
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

    /** To their end; those without one are {@link SlowHeaders}, and over WebSocket {@link Sieges#halfOpen}. */
    void slowHeaders() throws IOException {
        try (RawClient web = RawClient.connect(http);
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

    void floodOfEdits() throws IOException {
        try (HonestClient enemy = HonestClient.join(line(), session, SECRET, "flood")) {
            Codec codec = new Codec();
            long first = enemy.lastNumber() + 1;
            RawClient.Writing flood = () -> {
                for (long n = first; n < first + 100; n++) {
                    enemy.socket.send(codec.write(new ClientMessage.Submit(HonestClient.tempo(n, "flood"))));
                }
                enemy.socket.send(codec.write(new ClientMessage.Submit(HonestClient.tempo(first + 1_000, "flood"))));
            };
            expect(1013, enemy.socket.closeCodeWhile(flood));
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
        return web().status(request, headers, body);
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
            String document = "{\"id\":\"x\",\"parts\":{\"" + forgery + "\":{}},\"version\":1}";
            expect("400", web("POST /api/sessions", OWN, document));
        }
        expect("404", web("GET /api/sessions/%0d%0a" + FORGED, OWN, ""));
        expect("400", web("GET /api/sessions/%1b[31m" + FORGED, OWN, ""));
        expect("400", web("GET /\u001b[31m" + FORGED, OWN + "X: \u001b[31m" + FORGED + "\r\n", ""));
    }

    /** As documents; none of them can be read. */
    void unreadableDocuments() throws IOException {
        for (String value : List.of("[".repeat(20_000), "\"" + "x".repeat(2_000_000) + "\"", "NaN", "1e999", "1.5")) {
            String document = "{\"id\":\"unreadable\",\"parts\":{\"head\":{\"session\":{\"tempo\":" + value
                    + "}}},\"version\":1}";
            expect("400", web("POST /api/sessions", OWN, document));
        }
    }

    /** The heaviest document: read, and known to be there. */
    void heavyDocument() throws IOException {
        web().ask("POST /api/sessions", OWN, heavy).expectServedOrLater("201");
    }

    /** The heaviest document as it was at its beginning. */
    void heavyPast() throws IOException {
        web().ask("GET /api/sessions/" + HEAVY + "?seq=0", OWN, "").expectServedOrLater("200");
    }

    /** Frames as long as they may be, of edits that come too early, and then a number far ahead. */
    void fullFrames() throws IOException {
        try (HonestClient enemy = HonestClient.join(line(), session, SECRET, "full")) {
            long early = enemy.lastNumber() + 2;
            Mutation put = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 9_000);
            Ask much = new Ask.Change(Collections.nCopies(1_000, put));
            String frame = new Codec().write(new ClientMessage.Submit(new Edit(early, new GestureId("full"), much)));
            RawClient.Writing full = () -> {
                for (int i = 0; i < 20; i++) {
                    enemy.socket.send(frame);
                }
                enemy.socket.send(
                        new Codec().write(new ClientMessage.Submit(HonestClient.tempo(early + 1_000, "full"))));
            };
            expect(1013, enemy.socket.closeCodeWhile(full));
        }
    }
}
