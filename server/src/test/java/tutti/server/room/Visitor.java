package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tutti.edit.Mutation;
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

/** A client on a real socket that says exactly what a test wants. Every wait ends after 10 s. */
final class Visitor implements WebSocket.Listener, AutoCloseable {
    private static final int DEADLINE = 10;

    private final Codec codec = new Codec();
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<ServerMessage> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    final Secret secret;
    final OutboxId outbox;

    Visitor(URI server, String name) {
        this.secret = new Secret(name + "-secret-of-a-test-person");
        this.outbox = new OutboxId(name + "-outbox");
        this.socket = http.newWebSocketBuilder().buildAsync(server, this).join();
    }

    /** In the room of that session, knowing nothing of it. */
    static Visitor in(URI server, String name, SessionId session) {
        Visitor visitor = new Visitor(server, name);
        visitor.hello(session, 0, Chain.NONE);
        return visitor;
    }

    void hello(SessionId session, long seq, Chain chain) {
        say(new ClientMessage.Hello(
                Limits.PROTOCOL, session, secret, new Profile("Ann", 1), outbox, seq, chain, Optional.empty()));
    }

    void say(ClientMessage message) {
        raw(codec.write(message));
    }

    void raw(String text) {
        socket.sendText(text, true).join();
    }

    void put(long n, Mutation... mutations) {
        say(new ClientMessage.Submit(new Edit(n, new GestureId("g" + n), new Ask.Change(List.of(mutations)))));
    }

    /** The next message of that kind; others that came before it are passed over. */
    <T extends ServerMessage> T next(Class<T> kind) {
        ServerMessage message = poll();
        while (!kind.isInstance(message)) {
            message = poll();
        }
        return assertInstanceOf(kind, message);
    }

    private ServerMessage poll() {
        try {
            return assertNotNull2(said.poll(DEADLINE, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ServerMessage assertNotNull2(@Nullable ServerMessage message) {
        assertNotNull(message, "nothing came");
        return message;
    }

    int closeCode() throws InterruptedException {
        Integer code = closed.poll(DEADLINE, TimeUnit.SECONDS);
        assertNotNull(code, "it was not closed");
        return code;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            Parsed<ServerMessage> message = codec.readServer(partial.toString());
            partial.setLength(0);
            said.add(((Parsed.Of<ServerMessage>) message).value());
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.add(code);
        return null;
    }

    void leave() {
        say(new ClientMessage.Leave());
    }

    /** The socket is torn, without a word. */
    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
