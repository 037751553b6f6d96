package tutti.server.room;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.http.Listing;
import tutti.server.kv.Glimpse;
import tutti.server.kv.SnapshotStore;
import tutti.wire.LegacyTitle;

/**
 * Legacy records that nobody has opened yet, as the list shows them. To list one neither adopts nor reads it: its first
 * bytes say what it is called, and are read again only once its file is another one. Blocks on store and disk; any
 * thread.
 */
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    /** What was read of a record that looked like that from outside. */
    private record Seen(Glimpse glimpse, LegacyTitle title) {}

    private final RoomHost host;
    private final Map<SessionId, Seen> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Seen> eldest) {
            return size() > Limits.TITLES;
        }
    };

    Waiting(RoomHost host) {
        this.host = host;
    }

    /**
     * The first of them, by id.
     *
     * @param after only those behind that id; all if it is empty
     * @param most so many at most
     * @throws IOException if store or folder cannot say now
     */
    List<Listing> after(String after, int most) throws IOException {
        return ids().stream()
                .filter(id -> id.text().compareTo(after) > 0)
                .limit(most)
                .map(this::listing)
                .toList();
    }

    /** Those that opening would adopt: no session has the id, and none of that id was deleted for ever. */
    private Set<SessionId> ids() throws IOException {
        Set<SessionId> ids = new TreeSet<>(files().legacyIds());
        ids.removeIf(host::knows);
        if (!ids.isEmpty()) {
            ids.removeAll(host.means().journal().buried());
        }
        return ids;
    }

    private Listing listing(SessionId id) {
        LegacyTitle title = title(id);
        return new Listing(id.text(), title.name(), 0, 0, title.frozen(), Optional.empty(), true);
    }

    private synchronized LegacyTitle title(SessionId id) {
        try {
            Glimpse now = files().glimpse(id);
            Seen before = seen.get(id);
            if (before != null && before.glimpse().equals(now)) {
                return before.title();
            }
            LegacyTitle title = LegacyTitle.of(
                    files().start(id, tutti.wire.Limits.LEGACY_START).toArray());
            seen.put(id, new Seen(now, title));
            return title;
        } catch (IOException unreadable) {
            LOG.warn("the legacy record {} cannot be read", id.text(), unreadable);
            return new LegacyTitle("", false);
        }
    }

    private SnapshotStore files() {
        return host.means().files();
    }
}
