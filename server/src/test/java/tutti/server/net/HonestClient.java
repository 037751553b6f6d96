package tutti.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.SessionId;
import tutti.sync.Ask;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.sync.ServerMessage.Settled;
import tutti.sync.ServerMessage.Welcome;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/** Keeps the protocol, one edit in flight, and fails if anything that it was promised does not come. */
final class HonestClient implements AutoCloseable {
    private static final int TEMPO = 9_000;

    final RawClient socket;
    private final Codec codec = new Codec();
    private long n;
    /** Gestures of the edits that were acknowledged, since somebody took them. */
    private final List<String> acknowledged = new ArrayList<>();

    private HonestClient(RawClient socket) {
        this.socket = socket;
    }

    /** In the session, welcomed. */
    static HonestClient join(InetSocketAddress server, SessionId session, String secret, String outbox)
            throws IOException {
        return join(RawClient.open(server), session, secret, outbox);
    }

    /** By a socket that is open. */
    static HonestClient join(RawClient socket, SessionId session, String secret, String outbox) throws IOException {
        HonestClient client = new HonestClient(socket);
        client.say(hello(session, secret, outbox));
        client.n = client.await(Welcome.class).settled();
        return client;
    }

    static ClientMessage.Hello hello(SessionId session, String secret, String outbox) {
        return new ClientMessage.Hello(
                tutti.sync.Limits.PROTOCOL,
                session,
                new Secret(secret),
                new Profile("Somebody", 1),
                new OutboxId(outbox),
                0,
                Chain.NONE,
                Optional.empty());
    }

    static Edit tempo(long n, String gesture) {
        Mutation put = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, TEMPO + (int) (n % 1_000));
        return new Edit(n, new GestureId(gesture), new Ask.Change(List.of(put)));
    }

    void say(ClientMessage message) throws IOException {
        socket.send(codec.write(message));
    }

    /** How long each of {@code count} edits took until it was acknowledged; a refusal is a failure. */
    Latencies edit(int count) throws IOException {
        Latencies times = new Latencies();
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            String gesture = "honest-" + ++n;
            submit(tempo(n, gesture));
            times.add(System.nanoTime() - begun);
            acknowledged.add(gesture);
        }
        return times;
    }

    private void submit(Edit edit) throws IOException {
        Settled settled = ask(edit);
        if (settled.n() != edit.n() || !settled.verdicts().isEmpty()) {
            throw new AssertionError("not what was asked: " + settled);
        }
    }

    /** The answer to that edit. */
    Settled ask(Edit edit) throws IOException {
        n = edit.n();
        say(new ClientMessage.Submit(edit));
        return await(Settled.class);
    }

    /** The gestures of what was acknowledged since the last call, in order. */
    List<String> takeAcknowledged() {
        List<String> all = List.copyOf(acknowledged);
        acknowledged.clear();
        return all;
    }

    long lastNumber() {
        return n;
    }

    private <T extends ServerMessage> T await(Class<T> kind) throws IOException {
        while (true) {
            ServerMessage message = read(codec, socket.readText());
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
            if (message instanceof ServerMessage.Rejected || message instanceof ServerMessage.Paused) {
                throw new AssertionError("an honest client was told " + message);
            }
        }
    }

    static ServerMessage read(Codec codec, String text) {
        return switch (codec.readServer(text)) {
            case Parsed.Of<ServerMessage>(ServerMessage message) -> message;
            case Parsed.Malformed<ServerMessage> malformed -> throw new AssertionError(malformed.text());
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
