package tutti.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One member and their windows, as the lobby sees them. Not thread-safe. */
final class Attendance {
    private final MemberId id;
    private final Map<Long, Optional<Pointer>> windows = new LinkedHashMap<>();
    private Profile profile;
    private long graceUntil;

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

    void enter(long connection, Profile as) {
        windows.put(connection, Optional.empty());
        profile = as;
    }

    boolean has(long connection) {
        return windows.containsKey(connection);
    }

    /** A window went; the member may return until {@code graceUntil}. */
    void exit(long connection, long until) {
        windows.remove(connection);
        graceUntil = Math.max(graceUntil, until);
    }

    void point(long connection, Optional<Pointer> pointer) {
        windows.put(connection, pointer);
    }

    void rename(Profile as) {
        profile = as;
    }

    boolean over(long now) {
        return windows.isEmpty() && now >= graceUntil;
    }

    long graceUntil() {
        return graceUntil;
    }

    Member view() {
        List<Pointer> pointers =
                windows.values().stream().flatMap(Optional::stream).toList();
        return new Member(id, profile, !windows.isEmpty(), pointers);
    }
}
