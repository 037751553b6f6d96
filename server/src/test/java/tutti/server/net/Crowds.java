package tutti.server.net;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import tutti.wire.Codec;

/** More people, more sessions and odder names than there are in any studio. */
final class Crowds {
    private static final int FULL = 1013;
    /** In a name: line ends, tabs, NUL, escapes, and half of a character, as JSON spells them. */
    private static final List<String> UNSHOWABLE = List.of(
            "a\\nb", "a\\r\\nb", "a\\tb", "a\\u0000b", "\\u001b[31m", "a\\u0085b", "a\\ud800b", "\\udc00", "   ");

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
