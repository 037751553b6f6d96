package tutti.client.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.model.Session;
import tutti.sync.ClientMessage;
import tutti.sync.Continuity;
import tutti.sync.Lobby;
import tutti.sync.Member;
import tutti.sync.MemberId;
import tutti.sync.Profile;
import tutti.sync.RoomClock;
import tutti.sync.ServerMessage;
import tutti.sync.Transport;

/**
 * Who is in the room and what it plays, as the server said; while there is no server, a lobby of my own goes on from
 * there. Times are own microseconds. One thread.
 */
final class Company {
    private static final long MINE = 1;

    private final MemberId me;
    private final Pinger pinger = new Pinger();
    private final Map<MemberId, Member> members = new LinkedHashMap<>();
    private final Deeds deeds = new Deeds();
    private Optional<Lobby> alone = Optional.empty();
    private Optional<Transport> transport = Optional.empty();
    private List<Member> list = List.of();
    private String clockId = "";

    Company(MemberId me) {
        this.me = me;
    }

    Pinger pinger() {
        return pinger;
    }

    Deeds deeds() {
        return deeds;
    }

    List<Member> members() {
        return list;
    }

    Optional<Transport> transport() {
        return transport;
    }

    /** The room's time, or that of my own lobby. */
    Optional<RoomTime> time() {
        return pinger.time().or(() -> alone.map(lobby -> new RoomTime(0, 0)));
    }

    /** The room's time and transport as I know them, for a server that has forgotten them. */
    Optional<RoomClock> clock(long now) {
        return time().or(pinger::near)
                .flatMap(time -> transport.map(playing -> new RoomClock(time.room(now), playing)));
    }

    void hear(ServerMessage message, long now) {
        switch (message) {
            case ServerMessage.Welcome welcome -> welcome(welcome, now);
            case ServerMessage.Here here -> members.put(here.member().id(), here.member());
            case ServerMessage.Gone gone -> members.remove(gone.member());
            case ServerMessage.Playing playing -> transport = Optional.of(playing.transport());
            case ServerMessage.Pong pong -> pinger.pong(pong, now);
            case ServerMessage.Snapshot snapshot -> {}
            case ServerMessage.Rows rows -> rows.rows().forEach(deeds::add);
            case ServerMessage.Settled settled -> {}
            case ServerMessage.Paused paused -> {}
            case ServerMessage.Adopted adopted -> {}
            case ServerMessage.Rejected rejected -> {}
        }
        if (!List.copyOf(members.values()).equals(list)) {
            list = List.copyOf(members.values());
        }
    }

    private void welcome(ServerMessage.Welcome welcome, long now) {
        alone = Optional.empty();
        members.clear();
        welcome.members().forEach(member -> members.put(member.id(), member));
        transport = Optional.of(welcome.clock().transport());
        pinger.welcomed(!clockId.equals(welcome.clockId()), welcome.clock().now(), now);
        clockId = welcome.clockId();
        if (welcome.continuity() != Continuity.SAME) {
            deeds.clear();
        }
        welcome.muted().forEach(deeds::add);
    }

    /** Plays, stops or launches without a server. */
    void conductAlone(ClientMessage message, Profile profile, Session session, long now) {
        Lobby lobby = alone.orElseGet(() -> own(profile, session, now));
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

    private Lobby own(Profile profile, Session session, long now) {
        Lobby lobby = new Lobby("alone", session);
        RoomTime time = time().orElse(new RoomTime(0, 0));
        Optional<RoomClock> known = transport.map(playing -> new RoomClock(time.room(now), playing));
        lobby.enter(MINE, me, profile, known, now);
        lobby.trip(MINE, 0);
        return lobby;
    }
}
