package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Paged;
import tutti.server.net.Intake;
import tutti.server.store.Creation;
import tutti.server.store.Origin;
import tutti.sync.Edit;
import tutti.sync.OutboxId;
import tutti.sync.Secret;
import tutti.wire.Codec;

/**
 * A server in one hand: rooms on some journal and some files, clients without sockets.
 *
 * @param <J> the journal it stands on
 * @param <F> the files it stands on
 */
class Stage<J extends JournalInHand, F extends CountedFiles> {
    static final SessionId ID = new SessionId("room-of-a-test");

    final Hand hand = new Hand();
    final J journal;
    final F files;
    final Codec codec = Papers.codec();
    final Scribes scribes = new Scribes(Runnable::run, Runnable::run);
    final StoreBell bell;
    final RoomHost host;
    final Intake intake;
    private long connections;
    private long tickets;
    private int ids;

    /**
     * A start of the server on what is there.
     *
     * @param bell the one that the journal tells
     */
    Stage(J journal, F files, StoreBell bell) {
        this.journal = journal;
        this.files = files;
        this.bell = bell;
        Means means = new Means(
                journal,
                files,
                codec,
                hand,
                hand,
                hand,
                hand::errand,
                scribes,
                () -> "id-number-" + ids++,
                new Tally());
        try {
            this.host = RoomHost.open(means, () -> {}, bell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.intake = host.intake(failure -> {
            throw new AssertionError(failure);
        });
    }

    /** Makes one empty session. */
    void furnish() {
        assertInstanceOf(Creation.Made.class, host.create(ID, Session.BLANK, Origin.NEW, "made"));
    }

    long connection() {
        return ++connections;
    }

    /** A person in the room, welcomed, with what was said so far read. */
    Person enter(String name) {
        Person person = new Person(this, name, name + "-outbox");
        person.hello(ID);
        hand.run();
        person.read();
        return person;
    }

    /** The same, after an edit of the tempo that is durable. */
    Person edited(String name) {
        Person person = enter(name);
        person.put(1, Person.tempo(9_000));
        hand.run();
        return person;
    }

    RoomActor room() {
        return host.find(ID).orElseThrow();
    }

    boolean awake() {
        return room().published().isPresent();
    }

    Reading reading() {
        return room().published().orElseThrow();
    }

    /** An edit over HTTP. */
    CompletableFuture<Post.Reply> post(Edit edit) {
        CompletableFuture<Post.Reply> reply = new CompletableFuture<>();
        Secret secret = new Secret("a-secret-of-a-script-somewhere");
        room().offer(new Letter.Posted(new Post(++tickets, secret.member(), new OutboxId("script"), edit, reply)));
        return reply;
    }

    /** A page of a list, which is there. */
    static <T> Paged.Page<T> page(Paged<T> paged) {
        return switch (paged) {
            case Paged.Page<T> page -> page;
            case Paged.Refused<T> refused -> throw new AssertionError(refused);
        };
    }

    /** The server stops as it should; whether all was paid. */
    boolean stop() {
        CompletableFuture<Boolean> paid = new CompletableFuture<>();
        room().offer(new Letter.Stop(paid));
        hand.run();
        return paid.getNow(false);
    }
}
