package tutti.server.net;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import tutti.sync.ClientMessage;
import tutti.wire.Codec;

/** More people, more sessions and odder names than there are in any studio. */
final class Crowds {
    private static final int FULL = 1013;
    /** In a name: line ends, tabs, NUL, escapes, and half of a character, as JSON spells them. */
    private static final List<String> UNSHOWABLE = List.of(
            "a\\nb", "a\\r\\nb", "a\\tb", "a\\u0000b", "\\u001b[31m", "a\\u0085b", "a\\ud800b", "\\udc00", "   ");

    private static final String POSTER = "secret-of-an-enemy-who-posts";

    private Crowds() {}

    private static void expect(boolean as, String otherwise) {
        if (!as) {
            throw new AssertionError(otherwise);
        }
    }

    /** Somebody new each time, gone without a word, whose place is kept for a while: the room is full soon. */
    static Siege ofPeople(Attack attack) {
        return new Siege() {
            @Override
            public void press() throws IOException {
                isWelcome(attack);
            }

            @Override
            public void close() throws IOException {
                for (int i = 0; i <= tutti.sync.Limits.MEMBERS; i++) {
                    if (!isWelcome(attack)) {
                        return;
                    }
                }
                expect(false, "more members are in a room than it may have");
            }
        };
    }

    /** False if the room is full, which is said. */
    private static boolean isWelcome(Attack attack) throws IOException {
        String who = UUID.randomUUID().toString();
        try (RawClient enemy = RawClient.open(attack.line())) {
            enemy.send(new Codec().write(HonestClient.hello(attack.session(), who, who)));
            RawClient.Received answer = enemy.read();
            while (answer.opcode() == RawClient.PING) {
                answer = enemy.read();
            }
            boolean welcome = answer.text().contains("\"type\":\"Welcome\"");
            boolean full = answer.opcode() == RawClient.CLOSE
                    && answer.closeCode() == FULL
                    && answer.text().endsWith("this room is full of people");
            expect(welcome || full, "neither welcome nor turned away: " + answer);
            return welcome;
        }
    }

    /**
     * Edits over HTTP, each under an outbox that nobody had before: they are turned away soon, in words. A window of
     * the same member is let in all the while, and so is everybody else.
     */
    static Siege ofOutboxes(Attack attack) {
        return new Siege() {
            @Override
            public void press() throws IOException {
                isTaken(attack);
            }

            @Override
            public void close() throws IOException {
                int taken = 0;
                while (isTaken(attack)) {
                    expect(++taken <= tutti.sync.Limits.MEMBER_OUTBOXES, taken + " outboxes of one member");
                }
                HonestClient.join(attack.line(), attack.session(), POSTER, "window")
                        .close();
            }
        };
    }

    /** False if there is no place for another outbox, which is said. */
    private static boolean isTaken(Attack attack) throws IOException {
        String edit = new Codec().write(new ClientMessage.Submit(HonestClient.tempo(1, "posted")));
        String body = edit.replace("\"type\":\"Submit\"", "\"outbox\":\"" + UUID.randomUUID() + "\"");
        String headers = Web.OWN + "Authorization: Bearer " + POSTER + "\r\n";
        String path = "POST /api/sessions/" + attack.session().text() + "/edits";
        Web.Answer answer = attack.web().ask(path, headers, body);
        boolean taken = answer.status().equals("200");
        boolean full = answer.status().equals("409") && answer.body().contains("too many outboxes");
        expect(taken || full, "neither taken nor turned away: " + answer);
        return taken;
    }

    /** A session more: there is no bound but the disk's, and nobody works in it, so that nothing of it is loaded. */
    static void ofSessions(Attack attack) throws IOException {
        String document = "{\"id\":\"" + UUID.randomUUID() + "\",\"version\":1}";
        attack.web().ask("POST /api/sessions", Web.OWN, document).expectServedOrLater("201");
        double rooms = attack.web().metric("tutti_rooms");
        expect(rooms <= 2, rooms + " rooms are loaded");
    }

    /** Of members and sessions. */
    static void ofNames(Attack attack) throws IOException {
        for (String name : UNSHOWABLE) {
            String hello = new Codec()
                    .write(HonestClient.hello(attack.session(), Attack.SECRET, "odd"))
                    .replace("Somebody", name);
            try (RawClient enemy = RawClient.open(attack.line())) {
                enemy.send(hello);
                int code = enemy.awaitCloseCode();
                expect(code == 1007, name + " as a member's name: " + code);
            }
            if (!name.isBlank()) {
                String document = "{\"id\":\"odd-name\",\"parts\":{\"head\":{\"session\":{\"name\":\"" + name
                        + "\"}}},\"version\":1}";
                Web.Answer answer = attack.web().ask("POST /api/sessions", Web.OWN, document);
                expect(answer.status().equals("400"), name + " as a session's name: " + answer.head());
                expect(answer.body().lines().count() == 1, answer.body());
            }
        }
    }

    /** More headers than the JDK's server takes (200): it closes without a word. */
    static void ofHeaders(Attack attack) throws IOException {
        StringBuilder headers = new StringBuilder(Web.OWN);
        for (int i = 0; i < 300; i++) {
            headers.append("X-").append(i).append(": a\r\n");
        }
        String status = attack.web().status("GET /healthz", headers.toString(), "");
        expect(status.isEmpty(), "300 headers: " + status);
    }
}
