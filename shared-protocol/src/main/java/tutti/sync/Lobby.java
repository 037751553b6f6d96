package tutti.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tutti.model.PatternSlot;
import tutti.model.Session;

/**
 * What a room holds that is never stored: who is here, where they point, what plays. It never waits for the store and
 * is never rolled back.
 *
 * <p>{@code now} is the shell's own steady clock in microseconds; room time is that, moved so that it goes on where it
 * stood before a restart. Not thread-safe.
 */
public final class Lobby {
    /** How long a member whose connection was lost can return, microseconds. */
    public static final long GRACE = 10_000_000;

    private final String clockId;
    private final Map<MemberId, Attendance> members = new LinkedHashMap<>();
    private final Map<Long, MemberId> windows = new LinkedHashMap<>();
    private final Map<Long, Long> trips = new LinkedHashMap<>();
    private Transport transport;
    private long offset;
    private boolean virgin = true;

    /**
     * An empty room that is stopped.
     *
     * @param clockId another one in each lobby
     */
    public Lobby(String clockId, Session session) {
        this.clockId = clockId;
        this.transport = Conductor.stopped(session);
    }

    /** Room time at {@code now}. */
    public long room(long now) {
        return now + offset;
    }

    /** What plays. */
    public Transport transport() {
        return transport;
    }

    /** When by the shell's own clock it is {@code room} time. */
    public long own(long room) {
        return room - offset;
    }

    /** Whether nobody is here or may still return at {@code now}. */
    public boolean empty(long now) {
        return members.values().stream().allMatch(member -> member.over(now));
    }

    /** When the next grace time ends, if one runs. */
    public OptionalLong nextGrace() {
        return members.values().stream()
                .filter(member -> member.windows() == 0)
                .mapToLong(Attendance::graceUntil)
                .min();
    }

    /** Everybody, in the order in which they came. */
    public List<Member> members() {
        return members.values().stream().map(Attendance::view).toList();
    }

    /** How many members have a window open. */
    public int present() {
        int present = 0;
        for (Attendance member : members.values()) {
            present += member.windows() > 0 ? 1 : 0;
        }
        return present;
    }

    /** How many members have none, and may still return. */
    public int graces() {
        return members.size() - present();
    }

    /** The member whose window this is. */
    public Optional<MemberId> who(long connection) {
        return Optional.ofNullable(windows.get(connection));
    }

    /** The whole Welcome for a greeting of the room. */
    public ServerMessage.Welcome welcome(Greeting greeting, long now) {
        return new ServerMessage.Welcome(
                greeting.member(),
                greeting.seq(),
                greeting.continuity(),
                greeting.settled(),
                greeting.verdicts(),
                clockId,
                new RoomClock(room(now), transport),
                members(),
                greeting.muted());
    }

    /**
     * A window comes. The first member of a restarted server brings the room's time back.
     *
     * @param clock the room's time as that client knows it
     */
    public List<News> enter(long connection, MemberId member, Profile profile, Optional<RoomClock> clock, long now) {
        Optional<Attendance> known = Optional.ofNullable(members.get(member));
        boolean full = known.map(m -> m.windows() >= Limits.WINDOWS).orElse(members.size() >= Limits.MEMBERS);
        if (full) {
            return List.of(new News.Full(connection));
        }
        if (virgin) {
            clock.filter(Conductor::plausible).ifPresent(given -> resume(given, now));
        }
        virgin = false;
        Attendance attendance = members.computeIfAbsent(member, id -> new Attendance(id, profile));
        attendance.enter(connection, profile, now);
        windows.put(connection, member);
        return List.of(here(attendance));
    }

    private void resume(RoomClock clock, long now) {
        offset = clock.now() - now;
        transport = clock.transport();
    }

    /**
     * A window goes.
     *
     * @param left whether it said so; else it may return for {@link #GRACE}
     */
    public List<News> exit(long connection, boolean left, long now) {
        trips.remove(connection);
        Optional<Attendance> attendance =
                Optional.ofNullable(windows.remove(connection)).map(members::get);
        if (attendance.isEmpty()) {
            return List.of();
        }
        Attendance member = attendance.get();
        if (left) {
            member.left(connection);
        } else {
            member.lost(connection, now + GRACE);
        }
        return member.over(now) ? List.of(remove(member)) : List.of(here(member));
    }

    /** Time passed: who did not return has left. */
    public List<News> tick(long now) {
        List<Attendance> over =
                members.values().stream().filter(member -> member.over(now)).toList();
        return over.stream().map(this::remove).toList();
    }

    /** A window points somewhere else. */
    public List<News> point(long connection, Optional<Pointer> pointer) {
        return change(connection, attendance -> attendance.point(connection, pointer));
    }

    /** A member is called otherwise. */
    public List<News> rename(long connection, Profile profile) {
        return change(connection, attendance -> attendance.rename(profile));
    }

    /** A window measured its round trip. */
    public void trip(long connection, long micros) {
        if (windows.containsKey(connection)) {
            trips.put(connection, micros);
        }
    }

    /** Starts a run, if none goes. */
    public List<News> play(long connection, Optional<PatternSlot> pattern, Session session, long now) {
        return who(connection)
                .map(by -> turn(Conductor.play(transport, pattern, by, session, room(now), nearby())))
                .orElse(List.of());
    }

    /** Stops the run: at once if its author is alone, else at the end of the bar; {@code keep} withdraws that. */
    public List<News> stop(long connection, boolean keep, Session session, long now) {
        boolean alone = members.size() == 1;
        return who(connection)
                .map(by -> turn(
                        keep
                                ? Conductor.keep(transport, room(now))
                                : Conductor.stop(transport, by, session, room(now), alone)))
                .orElse(List.of());
    }

    /** Launches a pattern at the next bar, or withdraws it if it waits. */
    public List<News> launch(long connection, PatternSlot pattern, Session session, long now) {
        return who(connection)
                .map(by -> turn(Conductor.launch(transport, pattern, by, session, room(now))))
                .orElse(List.of());
    }

    /** The document's tempo is durable: from the next beat on the run follows it. */
    public List<News> tempo(Session session, long now) {
        return turn(Conductor.tempo(transport, session, room(now)));
    }

    private boolean nearby() {
        boolean measured = windows.keySet().stream().allMatch(trips::containsKey);
        return measured && trips.values().stream().allMatch(trip -> trip < Conductor.NEAR_TRIP);
    }

    private List<News> turn(Transport next) {
        if (next.equals(transport)) {
            return List.of();
        }
        transport = next;
        return List.of(new News.ToAll("playing", new ServerMessage.Playing(next)));
    }

    private interface Change {
        void in(Attendance attendance);
    }

    private List<News> change(long connection, Change change) {
        List<News> news = new ArrayList<>();
        who(connection).map(members::get).ifPresent(attendance -> {
            change.in(attendance);
            news.add(here(attendance));
        });
        return news;
    }

    private News here(Attendance attendance) {
        return new News.ToAll(key(attendance.id()), new ServerMessage.Here(attendance.view()));
    }

    private News remove(Attendance attendance) {
        members.remove(attendance.id());
        return new News.ToAll(key(attendance.id()), new ServerMessage.Gone(attendance.id()));
    }

    private static String key(MemberId member) {
        return "member/" + member.text();
    }
}
