package tutti.server.room;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tutti.server.net.Connection;
import tutti.server.net.Frame;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.ClientMessage.Hello;
import tutti.sync.Continuity;
import tutti.sync.Input;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.RoomClock;

/**
 * A connection that said Hello to a room. The counts may be touched by any thread, all else by the room's turn alone.
 */
final class Seat {
    private final Connection connection;
    private final MemberId member;
    private final OutboxId outbox;
    private final Profile profile;
    private final Optional<RoomClock> clock;
    private final AtomicInteger edits = new AtomicInteger();
    private final AtomicInteger bytes = new AtomicInteger();
    private final AtomicInteger talk = new AtomicInteger();
    /** What waits for the room of which only the last counts, by its kind. */
    private final Map<Class<?>, ClientMessage> last = new ConcurrentHashMap<>();

    private long seq;
    private Chain chain;
    private boolean greeted;

    Seat(Connection connection, Hello hello) {
        this.connection = connection;
        this.member = hello.secret().member();
        this.outbox = hello.outbox();
        this.profile = hello.profile();
        this.clock = hello.clock();
        this.seq = hello.seq();
        this.chain = hello.chain();
    }

    long id() {
        return connection.id();
    }

    Connection connection() {
        return connection;
    }

    MemberId member() {
        return member;
    }

    OutboxId outbox() {
        return outbox;
    }

    Profile profile() {
        return profile;
    }

    Optional<RoomClock> clock() {
        return clock;
    }

    /** The room may not be told more edits of this connection, or longer ones, than this counts. */
    boolean takesEdit(int size) {
        boolean isShort = bytes.addAndGet(size) <= Limits.EDITS_BYTES;
        return edits.incrementAndGet() <= tutti.sync.Limits.FLIGHT_EDITS && isShort;
    }

    void editDone(int size) {
        edits.decrementAndGet();
        bytes.addAndGet(-size);
    }

    /** Whether a letter is needed for this; else one of its kind waits already, and will say this instead. */
    boolean isFirst(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Point _, ClientMessage.Rename _, ClientMessage.Ping _ ->
                last.put(message.getClass(), message) == null;
            case ClientMessage.Submit _,
                    ClientMessage.Play _,
                    ClientMessage.Stop _,
                    ClientMessage.Launch _,
                    Hello _,
                    ClientMessage.Leave _ -> true;
        };
    }

    /** What a letter says by now. The room's turn alone. */
    ClientMessage newest(ClientMessage letter) {
        ClientMessage newer = last.remove(letter.getClass());
        return newer == null ? letter : newer;
    }

    boolean takesTalk() {
        return talk.incrementAndGet() <= Limits.TALK;
    }

    void talkDone() {
        talk.decrementAndGet();
    }

    /**
     * What this client surely has: what its Hello said, if the room's history was the same then. After anything else it
     * is on its way to a snapshot of which nobody knows how much arrived, so it is greeted as one who has nothing.
     */
    Input.Joined joined() {
        return new Input.Joined(id(), member, outbox, seq, chain);
    }

    void greeted(Continuity continuity) {
        greeted = true;
        if (continuity != Continuity.SAME) {
            seq = 0;
            chain = Chain.NONE;
        }
    }

    boolean isGreeted() {
        return greeted;
    }

    /** Private words, at once. */
    void tell(Frame frame) {
        connection.tell(frame);
    }

    void close(int code, String words) {
        connection.close(code, words);
    }
}
