package tutti.server.room;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tutti.model.Session;
import tutti.server.net.Frame;
import tutti.sync.ClientMessage;
import tutti.sync.Greeting;
import tutti.sync.Landing;
import tutti.sync.Landings;
import tutti.sync.Lobby;
import tutti.sync.MemberId;
import tutti.sync.News;
import tutti.sync.Profile;
import tutti.sync.ServerMessage;

/**
 * Who is in a room, and what is never stored. It goes on while the store is away. For the room's turn alone, but for
 * {@link #roomNow}.
 */
final class Hall {
    private static final int FULL = 1013;

    private final RoomTime time;
    private final Frames frames;
    private final Supplier<String> ids;
    private final Map<Long, Seat> seats = new LinkedHashMap<>();
    /** What is to be said to everybody, the newest of each key; spread once a turn, however often it changed. */
    private final SequencedMap<String, ServerMessage> unsaid = new LinkedHashMap<>();

    private final Consumer<Landing> landed;
    private final Landings landings = new Landings();
    /** Whether what plays may have landed before this lobby was opened. */
    private boolean resuming;

    private @Nullable Lobby lobby;
    private Session session = Session.BLANK;
    /** Who was here, as they were seen last. */
    private final Map<MemberId, Profile> faces = new ConcurrentHashMap<>();
    /** Room time is the clock moved by this; null while nobody knows it. */
    private volatile @Nullable Long offset;

    /** @param landed hears of each play, launch and stop, once its moment has come */
    Hall(RoomTime time, Frames frames, Supplier<String> ids, Consumer<Landing> landed) {
        this.landed = landed;
        this.time = time;
        this.frames = frames;
        this.ids = ids;
    }

    /** Room time now, if there is one. Any thread. */
    OptionalLong roomNow() {
        Long moved = offset;
        return moved == null ? OptionalLong.empty() : OptionalLong.of(time.micros() + moved);
    }

    /** A member as they were seen last, if they were. Any thread. */
    Optional<Profile> face(MemberId member) {
        return Optional.ofNullable(faces.get(member));
    }

    private void see(Seat seat, Profile profile) {
        if (faces.size() < Limits.FACES || faces.containsKey(seat.member())) {
            faces.put(seat.member(), profile);
        }
    }

    Collection<Seat> seats() {
        return List.copyOf(seats.values());
    }

    @Nullable
    Seat seat(long connection) {
        return seats.get(connection);
    }

    /** The document is there: who came before it was enters now. */
    void open(Session durable) {
        session = durable;
        if (lobby == null) {
            lobby = new Lobby(ids.get(), durable);
            resuming = true;
            setClock(lobby);
            seats().forEach(this::enter);
        } else {
            say(lobby.tempo(durable, time.micros()));
        }
    }

    /** Room time now; the steady clock's while there is no lobby. */
    long now() {
        return lobby == null ? time.micros() : lobby.room(time.micros());
    }

    /** A seat is taken; false if the room is full. Before {@link #open} it waits. */
    boolean arrive(Seat seat) {
        seats.put(seat.id(), seat);
        return lobby == null || enter(seat);
    }

    private boolean enter(Seat seat) {
        if (lobby == null) {
            return true;
        }
        see(seat, seat.profile());
        say(lobby.enter(seat.id(), seat.member(), seat.profile(), seat.clock(), time.micros()));
        setClock(lobby);
        if (resuming) {
            resuming = false;
            say(lobby.tempo(session, time.micros())); // who returns may know the tempo of before
            landings.reach(lobby.transport(), lobby.room(time.micros()));
        }
        return seats.containsKey(seat.id());
    }

    /** False if that seat was not taken any more. */
    boolean depart(Seat seat, boolean forGood) {
        if (!seats.remove(seat.id(), seat)) {
            return false;
        }
        if (lobby != null) {
            say(lobby.exit(seat.id(), forGood, time.micros()));
        }
        return true;
    }

    /** What does not concern the document. */
    void talk(Seat seat, ClientMessage message) {
        if (lobby == null) {
            return;
        }
        long now = time.micros();
        land();
        say(
                switch (message) {
                    case ClientMessage.Point point -> lobby.point(seat.id(), point.pointer());
                    case ClientMessage.Rename rename -> rename(lobby, seat, rename.profile());
                    case ClientMessage.Play play -> lobby.play(seat.id(), play.pattern(), session, now);
                    case ClientMessage.Stop stop -> lobby.stop(seat.id(), stop.keep(), session, now);
                    case ClientMessage.Launch launch -> lobby.launch(seat.id(), launch.pattern(), session, now);
                    case ClientMessage.Ping ping -> trip(lobby, seat, ping);
                    case ClientMessage.Hello _, ClientMessage.Submit _, ClientMessage.Leave _ -> List.<News>of();
                });
    }

    private List<News> rename(Lobby in, Seat seat, Profile profile) {
        see(seat, profile);
        return in.rename(seat.id(), profile);
    }

    private static List<News> trip(Lobby lobby, Seat seat, ClientMessage.Ping ping) {
        lobby.trip(seat.id(), ping.worst());
        return List.of();
    }

    /** The document changed, durably. */
    void changed(Session durable) {
        session = durable;
        if (lobby != null) {
            say(lobby.tempo(durable, time.micros()));
        }
    }

    /** Who did not return in time has left; what was said so far is spread before anybody is greeted with it. */
    void tick() {
        land();
        if (lobby != null) {
            say(lobby.tick(time.micros()));
        }
        spread();
    }

    private void land() {
        if (lobby != null) {
            landings.reach(lobby.transport(), lobby.room(time.micros())).forEach(landed);
        }
    }

    /** When something lands next, by the steady clock. */
    OptionalLong nextLanding() {
        if (lobby == null) {
            return OptionalLong.empty();
        }
        OptionalLong next = landings.next(lobby.transport());
        return next.isPresent() ? OptionalLong.of(lobby.own(next.getAsLong())) : next;
    }

    ServerMessage.Welcome welcome(Greeting greeting) {
        if (lobby == null) {
            throw new IllegalStateException("nobody can be greeted in a closed hall");
        }
        return lobby.welcome(greeting, time.micros());
    }

    /** To everybody who was greeted or waits to be. */
    void tellAll(ServerMessage message) {
        Frame frame = frames.of(message);
        seats.values().forEach(seat -> seat.tell(frame));
    }

    private void say(List<News> news) {
        for (News item : news) {
            switch (item) {
                case News.ToAll all -> unsaid.putLast(all.key(), all.message());
                case News.Full full -> turnAway(full.connection());
            }
        }
    }

    /** Tells everybody who was greeted what is new. */
    void spread() {
        for (Map.Entry<String, ServerMessage> item : unsaid.entrySet()) {
            Frame frame = frames.of(item.getValue());
            seats.values().stream()
                    .filter(Seat::isGreeted)
                    .forEach(seat -> seat.connection().latest(item.getKey(), frame));
        }
        unsaid.clear();
    }

    private void turnAway(long connection) {
        Seat seat = seats.remove(connection);
        if (seat != null) {
            seat.close(FULL, "this room is full of people");
        }
    }

    private void setClock(Lobby of) {
        offset = of.room(0);
    }

    /** Members who are in, or are about to be. */
    int present() {
        return lobby == null ? seats.size() : lobby.present();
    }

    /** Members who may still return. */
    int graces() {
        return lobby == null ? 0 : lobby.graces();
    }

    OptionalLong nextGrace() {
        return lobby == null ? OptionalLong.empty() : lobby.nextGrace();
    }

    /** Everybody is sent away, or nobody is there. */
    void close() {
        seats.clear();
        unsaid.clear();
        lobby = null;
        offset = null;
        session = Session.BLANK; // a room that sleeps holds no document
    }
}
