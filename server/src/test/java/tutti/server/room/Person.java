package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.SessionId;
import tutti.server.net.DirectConnection;
import tutti.sync.Ask;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.Limits;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.RoomClock;
import tutti.sync.Scope;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Parsed;

/** A client that says what a test wants, on a connection without a socket. */
final class Person {
    private final Stage<?, ?> world;
    private final Secret secret;
    private final OutboxId outbox;
    final DirectConnection connection;

    Person(Stage<?, ?> world, String name, String outbox) {
        this.world = world;
        this.secret = new Secret(name + "-secret-of-a-test-person");
        this.outbox = new OutboxId(outbox);
        this.connection = new DirectConnection(world.connection());
        world.intake.opened(connection);
    }

    void hello(SessionId session) {
        hello(session, 0, Chain.NONE);
    }

    void hello(SessionId session, long seq, Chain chain) {
        hello(session, seq, chain, Optional.empty());
    }

    /** As one who knows the room's time. */
    void hello(SessionId session, RoomClock clock) {
        hello(session, 0, Chain.NONE, Optional.of(clock));
    }

    private void hello(SessionId session, long seq, Chain chain, Optional<RoomClock> clock) {
        Profile profile = new Profile("Somebody", 1);
        say(new ClientMessage.Hello(Limits.PROTOCOL, session, secret, profile, outbox, seq, chain, clock));
    }

    void say(ClientMessage message) {
        world.intake.text(connection, world.codec.write(message));
    }

    static Mutation tempo(int centiBpm) {
        return Mutation.put(new Place.OfSession(), SessionFields.TEMPO, centiBpm);
    }

    static Mutation name(String name) {
        return Mutation.put(new Place.OfSession(), SessionFields.NAME, name);
    }

    static Edit edit(long n, Mutation... mutations) {
        return new Edit(n, new GestureId("g" + n), new Ask.Change(List.of(mutations)));
    }

    void put(long n, Mutation... mutations) {
        say(new ClientMessage.Submit(edit(n, mutations)));
    }

    void undo(long n, String gesture) {
        say(new ClientMessage.Submit(new Edit(n, new GestureId("g" + n), new Ask.Undo(new GestureId(gesture)))));
    }

    static Edit restoring(long n, long seq) {
        return new Edit(n, new GestureId("g" + n), new Ask.Restore(seq, new Scope.All()));
    }

    void restore(long n, long seq) {
        say(new ClientMessage.Submit(restoring(n, seq)));
    }

    /** All that arrived since the last reading. */
    List<ServerMessage> read() {
        return connection.received().stream()
                .map(text -> assertInstanceOf(Parsed.Of.class, world.codec.readServer(text))
                        .value())
                .map(ServerMessage.class::cast)
                .toList();
    }

    /** Those of a kind among all that arrived; the others are read too. */
    <T extends ServerMessage> List<T> read(Class<T> kind) {
        return read().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The kinds of all that arrived, but for news of members. */
    List<String> kinds() {
        return read().stream()
                .filter(message -> !(message instanceof ServerMessage.Here) && !(message instanceof ServerMessage.Gone))
                .map(message -> message.getClass().getSimpleName())
                .toList();
    }

    /** The socket is lost. */
    void lost() {
        world.intake.closed(connection, false);
        world.hand.run();
    }

    void leave() {
        say(new ClientMessage.Leave());
        world.hand.run();
    }
}
