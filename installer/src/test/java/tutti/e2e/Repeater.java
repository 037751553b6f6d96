package tutti.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.SessionId;
import tutti.sync.Ask;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.Limits;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/**
 * A client without a core that does what no core does: after each death of the server it sends again what was answered
 * before, and again and again what was in flight.
 */
final class Repeater implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Codec codec = new Codec();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Ledger ledger;
    private final URI line;
    private final SessionId session;
    private final List<Edit> edits = new ArrayList<>();
    private WebSocket socket;
    private BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /** In that session, welcomed. */
    Repeater(Ledger ledger, URI line, SessionId session) throws InterruptedException {
        this.ledger = ledger;
        this.line = line;
        this.session = session;
        this.socket = join();
    }

    /** Whole messages, in order. */
    private record Ear(StringBuilder begun, BlockingQueue<String> heard) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            begun.append(text);
            if (last) {
                heard.add(begun.toString());
                begun.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private WebSocket join() throws InterruptedException {
        heard = new LinkedBlockingQueue<>();
        socket = http.newWebSocketBuilder()
                .buildAsync(line, new Ear(new StringBuilder(), heard))
                .join();
        say(new ClientMessage.Hello(
                Limits.PROTOCOL,
                session,
                new Secret("secret-of-the-repeater-0000"),
                new Profile("eve", 0),
                new OutboxId("outbox-of-the-repeater"),
                0,
                Chain.NONE,
                Optional.empty()));
        await(message -> message instanceof ServerMessage.Welcome ? 1 : 0, 1);
        return socket;
    }

    private void say(ClientMessage message) {
        socket.sendText(codec.write(message), true).join();
    }

    /** Waits until something is said that counts as much. */
    private void await(ToLongFunction<ServerMessage> count, long enough) throws InterruptedException {
        for (long said = 0; said < enough; ) {
            String text = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (text == null || !(codec.readServer(text) instanceof Parsed.Of<ServerMessage>(ServerMessage message))) {
                throw new IllegalStateException("the repeater waits in vain, and heard " + text);
            }
            said = count.applyAsLong(message);
        }
    }

    private Edit next() {
        long n = edits.size() + 1;
        GestureId gesture = new GestureId(session.text() + "-repeater-" + n);
        Mutation tempo = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 10_000 + (int) n);
        edits.add(new Edit(n, gesture, new Ask.Change(List.of(tempo))));
        ledger.asked(session, gesture, false);
        return edits.getLast();
    }

    private void submit(Edit edit) {
        say(new ClientMessage.Submit(edit));
    }

    private void awaitSettled(Edit edit) throws InterruptedException {
        await(message -> message instanceof ServerMessage.Settled settled ? settled.n() : 0, edit.n());
        ledger.answered(edit.gesture());
    }

    /** Has one edit answered and another in flight. */
    void work() throws InterruptedException {
        Edit told = next();
        submit(told);
        awaitSettled(told);
        submit(next());
    }

    /** After a restart: says all that again, and more often, and that one more is answered tells that all was read. */
    void again() throws InterruptedException {
        socket = join();
        Edit flying = edits.getLast();
        Edit told = edits.get(edits.size() - 2);
        List.of(told, flying, flying, told, flying).forEach(this::submit);
        Edit last = next();
        submit(last);
        awaitSettled(last);
        ledger.answered(flying.gesture());
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
