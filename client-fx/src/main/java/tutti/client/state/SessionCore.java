package tutti.client.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Act;
import tutti.sync.Base;
import tutti.sync.ClientMessage;
import tutti.sync.Lobby;
import tutti.sync.Member;
import tutti.sync.MemberId;
import tutti.sync.Notice;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Replica;
import tutti.sync.RoomClock;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.sync.Transport;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/**
 * What the session thread does: carries out the replica's acts in order, and keeps what the lobby said. Time is own
 * microseconds. One thread.
 */
final class SessionCore {
    private static final long FORCE_WITHIN = 500_000;
    private static final long SAVE_EVERY = 3_000_000;
    private static final long MINE = 1;

    /** Who and where. */
    record Setting(SessionId session, Secret secret, Supplier<OutboxId> freshOutbox) {}

    private final Setting setting;
    private final Drawer drawer;
    private final Drawer.Claimed files;
    private final Replica replica;
    private final Codec codec = new Codec();
    private final Pinger pinger = new Pinger();
    private final Map<MemberId, Member> members = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Deeds deeds = new Deeds();
    private Optional<Lobby> alone = Optional.empty();
    private final Consumer<ClientMessage> out;
    private final Runnable again;
    private Profile profile;
    private Optional<Transport> transport = Optional.empty();
    private String clockId = "";
    private Status.Link link = Status.Link.LOST;
    private String trouble = "connecting";
    private long toldCount;
    private long forceBy = Long.MAX_VALUE;
    private long saveAt;
    private long savedSeq;
    private List<Member> memberList = List.of();

    SessionCore(Setting setting, Profile profile, Drawer drawer, Drawer.Claimed files, Line line) throws IOException {
        this.setting = setting;
        this.profile = profile;
        this.drawer = drawer;
        this.files = files;
        this.out = message -> line.send(codec.write(message));
        this.again = line::again;
        Base base = drawer.base(files.base());
        this.savedSeq = base.seq();
        this.replica = new Replica(setting.secret().member(), files.outbox(), base, codec);
    }

    /** What to publish. */
    Status status() {
        return new Status(
                replica.view(),
                setting.secret().member(),
                link,
                trouble,
                memberList,
                transport,
                time(),
                deeds,
                List.copyOf(told));
    }

    Replica replica() {
        return replica;
    }

    /** Something for the lobby, where it is lost if no line is open. */
    void say(ClientMessage message) {
        out.accept(message);
    }

    /** Plays, stops or launches: in the room, or in a lobby of my own while there is none. */
    void conduct(ClientMessage message, long now) {
        if (link == Status.Link.LOST) {
            conductAlone(message, now);
        } else {
            say(message);
        }
    }

    private void conductAlone(ClientMessage message, long now) {
        Session session = replica.view().session();
        Lobby lobby = alone.orElseGet(() -> lobbyOfMyOwn(session, now));
        alone = Optional.of(lobby);
        switch (message) {
            case ClientMessage.Play play -> lobby.play(MINE, play.pattern(), session, now);
            case ClientMessage.Stop stop -> lobby.stop(MINE, stop.keep(), session, now);
            case ClientMessage.Launch launch -> lobby.launch(MINE, launch.pattern(), session, now);
            case ClientMessage.Hello other -> {}
            case ClientMessage.Submit other -> {}
            case ClientMessage.Ping other -> {}
            case ClientMessage.Point other -> {}
            case ClientMessage.Rename other -> {}
            case ClientMessage.Leave other -> {}
        }
        transport = Optional.of(lobby.transport());
    }

    private Lobby lobbyOfMyOwn(Session session, long now) {
        Lobby lobby = new Lobby("alone", session);
        RoomTime clock = time().orElse(new RoomTime(0, 0));
        Optional<RoomClock> known = transport.map(playing -> new RoomClock(clock.room(now), playing));
        lobby.enter(MINE, setting.secret().member(), profile, known, now);
        lobby.trip(MINE, 0);
        return lobby;
    }

    private Optional<RoomTime> time() {
        return pinger.time().or(() -> alone.map(lobby -> new RoomTime(0, 0)));
    }

    void rename(Profile as) {
        profile = as;
        say(new ClientMessage.Rename(as));
    }

    void dismiss(long id) {
        told.removeIf(one -> one.id() == id);
    }

    void opened(long now) {
        Optional<RoomClock> clock =
                pinger.time().flatMap(time -> transport.map(playing -> new RoomClock(time.room(now), playing)));
        say(replica.hello(setting.session(), setting.secret(), profile, clock));
    }

    void broken(String why) {
        replica.disconnected();
        pinger.stopped();
        link = Status.Link.LOST;
        trouble = why;
    }

    void frame(String text, long now) throws IOException {
        pinger.heard(now);
        switch (codec.readServer(text)) {
            case Parsed.Malformed<ServerMessage> malformed -> {
                trouble = "the server said what this version does not know: " + malformed.text();
                again.run();
            }
            case Parsed.Of<ServerMessage> parsed -> {
                lobby(parsed.value(), now);
                act(replica.receive(parsed.value(), now), now);
            }
        }
    }

    private void lobby(ServerMessage message, long now) {
        switch (message) {
            case ServerMessage.Welcome welcome -> welcome(welcome, now);
            case ServerMessage.Here here -> members.put(here.member().id(), here.member());
            case ServerMessage.Gone gone -> members.remove(gone.member());
            case ServerMessage.Playing playing -> transport = Optional.of(playing.transport());
            case ServerMessage.Pong pong -> pinger.pong(pong, now);
            case ServerMessage.Paused paused -> {
                link = Status.Link.PAUSED;
                trouble = paused.reason();
            }
            case ServerMessage.Rejected rejected -> trouble = rejected.reason();
            case ServerMessage.Snapshot snapshot -> deeds.clear();
            case ServerMessage.Rows rows -> rows.rows().forEach(deeds::add);
            case ServerMessage.Settled settled -> {}
        }
        if (!List.copyOf(members.values()).equals(memberList)) {
            memberList = List.copyOf(members.values());
        }
    }

    private void welcome(ServerMessage.Welcome welcome, long now) {
        link = Status.Link.LIVE;
        trouble = "";
        alone = Optional.empty();
        members.clear();
        welcome.members().forEach(member -> members.put(member.id(), member));
        transport = Optional.of(welcome.clock().transport());
        pinger.welcomed(!clockId.equals(welcome.clockId()), now);
        clockId = welcome.clockId();
    }

    /** Carries acts out, in order. */
    void act(List<Act> acts, long now) throws IOException {
        for (Act act : acts) {
            switch (act) {
                case Act.Send send -> say(send.message());
                case Act.Note note -> {
                    files.log().append(note.note());
                    forceBy = Math.min(forceBy, now + FORCE_WITHIN);
                }
                case Act.Force force -> force();
                case Act.Reconnect reconnect -> {
                    trouble = reconnect.why();
                    again.run();
                }
                case Act.Renew renew -> act(replica.renew(setting.freshOutbox().get()), now);
                case Act.Tell tell -> tell(tell.notice());
            }
        }
    }

    private void force() throws IOException {
        files.log().force();
        forceBy = Long.MAX_VALUE;
    }

    private void tell(Notice notice) {
        told.add(new Told(++toldCount, notice));
        if (told.size() > Limits.NOTICES) {
            told.removeFirst();
        }
    }

    /** Own time at which {@link #tick} has something to do. */
    long nextTick(long now) {
        long save = replica.base().seq() == savedSeq ? Long.MAX_VALUE : saveAt;
        long pace = replica.view().waiting() > 0 ? now + 10_000 : Long.MAX_VALUE;
        return Math.min(Math.min(forceBy, pinger.next()), Math.min(save, pace));
    }

    void tick(long now) throws IOException {
        act(replica.tick(now), now);
        pinger.due(now).ifPresent(this::say);
        if (pinger.silent(now)) {
            trouble = "the server is silent";
            pinger.stopped();
            again.run();
        }
        if (now >= forceBy) {
            force();
        }
        if (now >= saveAt) {
            save(now);
        }
    }

    /** Saves the confirmed snapshot, and shortens the outbox file when it is long. */
    void save(long now) throws IOException {
        saveAt = now + SAVE_EVERY;
        Base base = replica.base();
        if (base.seq() != savedSeq) {
            drawer.save(files.base(), base);
            savedSeq = base.seq();
            act(replica.saved(base.seq()), now);
        }
        if (files.log().overgrown()) {
            files.log().rewrite(replica.outbox().notes());
        }
    }

    /** Saves all and says goodbye. */
    void close(long now) throws IOException {
        say(new ClientMessage.Leave());
        save(now);
        force();
        files.log().close();
    }
}
