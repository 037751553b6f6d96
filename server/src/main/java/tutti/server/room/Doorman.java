package tutti.server.room;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.server.net.Connection;
import tutti.server.net.Intake;
import tutti.sync.ClientMessage;
import tutti.sync.ClientMessage.Hello;
import tutti.sync.Limits;
import tutti.sync.ServerMessage;
import tutti.wire.Parsed;

/**
 * Parses what clients say and passes it to their rooms. On socket threads: never blocks. An id that is not known is
 * looked up by an errand.
 */
final class Doorman implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Doorman.class);
    private static final int BYE = 1000;
    private static final int MALFORMED = 1007;
    private static final int BREACH = 1008;
    private static final int BUSY = 1013;

    private final RoomHost host;
    private final Frames frames;
    private final Consumer<Throwable> failed;
    private final Map<Long, Guest> guests = new ConcurrentHashMap<>();

    /**
     * A door to all rooms.
     *
     * @param failed is told when the gateway cannot serve any longer
     */
    Doorman(RoomHost host, Consumer<Throwable> failed) {
        this.host = host;
        this.frames = new Frames(host.means().codec());
        this.failed = failed;
    }

    @Override
    public void opened(Connection connection) {
        guests.put(connection.id(), new Guest(connection));
    }

    @Override
    public void text(Connection connection, String message) {
        Guest guest = guests.get(connection.id());
        if (guest == null) {
            return;
        }
        switch (frames.codec().readClient(message)) {
            case Parsed.Of<ClientMessage>(ClientMessage said) -> said(guest, said, message.length());
            case Parsed.Malformed<ClientMessage> malformed -> malformed(guest, message, malformed.text());
        }
    }

    private void malformed(Guest guest, String message, String words) {
        Optional<Integer> other = guest.isExpected()
                ? Optional.empty()
                : frames.codec().protocolOf(message).filter(version -> version != Limits.PROTOCOL);
        other.ifPresentOrElse(
                version -> otherProtocol(guest, version),
                () -> guest.connection().close(MALFORMED, "this cannot be read: " + words));
    }

    private void otherProtocol(Guest guest, int version) {
        String newer = version > Limits.PROTOCOL ? "the server" : "your program";
        String words = "this server speaks protocol " + Limits.PROTOCOL + " and your program speaks " + version
                + "; get the newest Tutti for " + newer;
        reject(guest, words);
    }

    private void reject(Guest guest, String words) {
        guest.connection().tell(frames.of(new ServerMessage.Rejected(Limits.PROTOCOL, words)));
        guest.connection().close(BREACH, words);
    }

    private void said(Guest guest, ClientMessage message, int size) {
        switch (message) {
            case Hello hello -> hello(guest, hello);
            case ClientMessage.Ping ping -> pong(guest, ping, size);
            case ClientMessage.Leave _ -> {
                guest.leave(true);
                guest.connection().close(BYE, "bye");
            }
            case ClientMessage.Submit _,
                    ClientMessage.Point _,
                    ClientMessage.Rename _,
                    ClientMessage.Play _,
                    ClientMessage.Stop _,
                    ClientMessage.Launch _ -> pass(guest, message, size);
        }
    }

    private void pass(Guest guest, ClientMessage message, int size) {
        if (!guest.isExpected()) {
            guest.connection().close(BREACH, "say Hello first");
            return;
        }
        if (!(message instanceof ClientMessage.Submit)) {
            pace(guest);
        }
        offer(guest, message, size);
    }

    /** It said something that no room has to take first: who does that faster than anybody does is not read then. */
    private void pace(Guest guest) {
        long hurry = guest.hurry(host.means().time().micros());
        if (hurry > 0) {
            guest.connection().rest(hurry);
        }
    }

    private static void offer(Guest guest, ClientMessage message, int size) {
        if (!guest.say(message, size)) {
            guest.connection().close(BUSY, "too much waits for the room; connect again");
        }
    }

    /** Answered here and now; only a round trip that is another one than before concerns the room. */
    private void pong(Guest guest, ClientMessage.Ping ping, int size) {
        pace(guest);
        RoomActor room = guest.room();
        OptionalLong now = room == null ? OptionalLong.empty() : room.roomNow();
        now.ifPresent(micros ->
                guest.connection().latest("pong", frames.of(new ServerMessage.Pong(ping.sent(), micros))));
        if (now.isPresent() && guest.measured(ping.worst())) {
            offer(guest, ping, size);
        }
    }

    private void hello(Guest guest, Hello hello) {
        if (hello.protocol() != Limits.PROTOCOL) {
            otherProtocol(guest, hello.protocol());
        } else if (!guest.expect()) {
            guest.connection().close(BREACH, "Hello was said already");
        } else {
            host.find(hello.session())
                    .ifPresentOrElse(
                            room -> guest.sit(room, new Seat(guest.connection(), hello)),
                            () -> host.means().errands().execute(() -> lookUp(guest, hello)));
        }
    }

    /** The root of an errand. Blocks. */
    private void lookUp(Guest guest, Hello hello) {
        try {
            switch (host.look(hello.session())) {
                case Found.Here(RoomActor room) -> guest.sit(room, new Seat(guest.connection(), hello));
                case Found.Nowhere(String words) -> reject(guest, words);
                case Found.Damaged(String words) -> reject(guest, words);
                case Found.Later _ -> guest.connection().close(BUSY, LifeCycle.STORE_AWAY);
            }
        } catch (RuntimeException | Error bug) {
            LOG.error("the session {} cannot be looked up", hello.session().text(), bug);
            guest.connection().close(1011, "the session cannot be looked up");
        }
    }

    @Override
    public void closed(Connection connection, boolean clean) {
        Guest guest = guests.remove(connection.id());
        if (guest != null) {
            guest.leave(false);
        }
    }

    @Override
    public void failed(Throwable cause) {
        LOG.error("the gateway failed", cause);
        failed.accept(cause);
    }
}
