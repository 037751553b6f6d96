package tutti.server.net;

import java.io.IOException;
import java.util.List;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Refusal;
import tutti.edit.SessionFields;
import tutti.sync.Ask;
import tutti.sync.ClientMessage;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.MemberId;
import tutti.sync.Secret;
import tutti.sync.ServerMessage.Settled;
import tutti.wire.Codec;

/**
 * What somebody does with what is another's and has leaked: a member's id, an outbox. The victim of an impersonation is
 * somebody beside the neighbour, with a property that nobody else touches, so that its newest gesture can be undone by
 * whoever may.
 */
final class Thefts {
    private static final String VICTIM = "secret-of-the-victim-000";
    /** Of a page of history: the neighbour makes some rows while this looks for its own. */
    private static final int RECENT = 200;

    private Thefts() {}

    private static void expect(boolean as, String otherwise) {
        if (!as) {
            throw new AssertionError(otherwise);
        }
    }

    /**
     * Everybody knows a member's id. It opens nothing: it makes another member, who can undo nothing of theirs. The
     * same gesture is undone for whom it belongs to.
     */
    static void impersonation(Attack attack) throws IOException {
        String stolen = new Secret(VICTIM).member().text();
        try (HonestClient victim = HonestClient.join(attack.line(), attack.session(), VICTIM, "victim");
                HonestClient enemy = HonestClient.join(attack.line(), attack.session(), stolen, "impostor")) {
            String gesture = "mine-" + (victim.lastNumber() + 1);
            applied(victim.ask(swing(victim.lastNumber() + 1, gesture)), "the victim's edit");
            refused(enemy.ask(undo(enemy.lastNumber() + 1, gesture)), "an impostor's undo");
            applied(victim.ask(undo(victim.lastNumber() + 1, gesture)), "the victim's own undo");
        }
    }

    /** The same over HTTP. */
    static void impersonationOverHttp(Attack attack) throws IOException {
        String stolen = new Secret(VICTIM).member().text();
        long n = attack.numbers().incrementAndGet();
        String gesture = "posted-" + n;
        String outbox = "victim-over-http";
        applied(settled(attack, VICTIM, outbox, swing(2 * n - 1, gesture)), "the victim's edit");
        refused(settled(attack, stolen, "impostor-over-http", undo(n, gesture)), "an impostor's undo");
        applied(settled(attack, VICTIM, outbox, undo(2 * n, gesture)), "the victim's own undo");
    }

    /** The neighbour's outbox, under a secret that is not the neighbour's: numbers of its own, nobody replaced. */
    static void replayedOutbox(Attack attack) throws IOException {
        try (HonestClient enemy = HonestClient.join(attack.line(), attack.session(), Attack.SECRET, attack.outbox())) {
            enemy.edit(1);
        }
    }

    /**
     * The same over HTTP. A box that were the neighbour's would say that it had these numbers long ago: only the row
     * shows that the edit was taken.
     */
    static void replayedOutboxOverHttp(Attack attack) throws IOException {
        long n = attack.numbers().incrementAndGet();
        String gesture = "replayed-" + n;
        String secret = Attack.SECRET + "-too";
        applied(settled(attack, secret, attack.outbox(), HonestClient.tempo(n, gesture)), "an edit of its own");
        MemberId member = new Secret(secret).member();
        String page = attack.web()
                .ask("GET /api/sessions/" + attack.session().text() + "/history?limit=" + RECENT, Web.OWN, "")
                .body();
        expect(page.contains(member.text()) && page.contains("\"" + gesture + "\""), gesture + " made no row");
    }

    private static Edit swing(long n, String gesture) {
        Mutation put = Mutation.put(new Place.OfSession(), SessionFields.SWING, 1 + (int) (n % 500));
        return new Edit(n, new GestureId(gesture), new Ask.Change(List.of(put)));
    }

    private static Edit undo(long n, String gesture) {
        return new Edit(n, new GestureId("undo-" + gesture), new Ask.Undo(new GestureId(gesture)));
    }

    private static void applied(Settled settled, String what) {
        expect(settled.verdicts().isEmpty(), what + " was not done: " + settled);
    }

    private static void refused(Settled settled, String what) {
        boolean isNothing = settled.verdicts().stream()
                .flatMap(verdict -> verdict.refusal().stream())
                .anyMatch(refusal -> refusal.reason() == Refusal.Reason.NOTHING);
        expect(isNothing, what + " was not refused: " + settled);
    }

    private static Settled settled(Attack attack, String secret, String outbox, Edit edit) throws IOException {
        Codec codec = new Codec();
        String body = codec.write(new ClientMessage.Submit(edit))
                .replace("\"type\":\"Submit\"", "\"outbox\":\"" + outbox + "\"");
        String headers = Web.OWN + "Authorization: Bearer " + secret + "\r\n";
        Web.Answer answer =
                attack.web().ask("POST /api/sessions/" + attack.session().text() + "/edits", headers, body);
        expect(answer.status().equals("200"), "wanted 200, but was " + answer.head() + answer.body());
        if (HonestClient.read(codec, answer.body()) instanceof Settled settled && settled.n() == edit.n()) {
            return settled;
        }
        throw new AssertionError("not the answer to " + edit.n() + ": " + answer.body());
    }
}
