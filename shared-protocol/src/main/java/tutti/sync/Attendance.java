package tutti.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One member and their windows, as the lobby sees them. Not thread-safe. */
final class Attendance {
    private final MemberId id;
    private final Map<Long, Optional<Pointer>> windows = new LinkedHashMap<>();
    private Profile profile;
    private final Deque<Long> graces = new ArrayDeque<>();

    Attendance(MemberId id, Profile profile) {
        this.id = id;
        this.profile = profile;
    }

    MemberId id() {
        return id;
    }

    int windows() {
        return windows.size();
    }

    /** A window comes; it is taken for the one that was lost first, if one was. */
    void enter(long connection, Profile as, long now) {
        graces.removeIf(until -> until <= now);
        graces.pollFirst();
        windows.put(connection, Optional.empty());
        profile = as;
    }

    boolean has(long connection) {
        return windows.containsKey(connection);
    }

    /** A window went for good. */
    void left(long connection) {
        windows.remove(connection);
    }

    /** A window was lost; it may return until {@code until}. */
    void lost(long connection, long until) {
        windows.remove(connection);
        graces.addLast(until);
        if (graces.size() > Limits.WINDOWS) {
            graces.removeFirst();
        }
    }

    void point(long connection, Optional<Pointer> pointer) {
        windows.put(connection, pointer);
    }

    void rename(Profile as) {
        profile = as;
    }

    boolean over(long now) {
        return windows.isEmpty() && now >= graceUntil();
    }

    long graceUntil() {
        return graces.isEmpty() ? 0 : graces.peekLast();
    }

    Member view() {
        List<Pointer> pointers =
                windows.values().stream().flatMap(Optional::stream).toList();
        return new Member(id, profile, !windows.isEmpty(), pointers);
    }
}
