package tutti.server.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.http.Binned;
import tutti.server.http.Limits;
import tutti.server.http.Listing;
import tutti.server.http.Paged;
import tutti.server.http.Problem;
import tutti.server.store.Listed;

/**
 * Which sessions there are, page by page. The order is by what never changes while a session is in a list, so that none
 * is passed over or met twice on the way from page to page. Blocks on the store; any thread.
 */
record Catalogue(RoomHost host, Waiting waiting) {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    /** In front of the id to go on after, among the records that nobody opened yet; no id has it. */
    private static final String WAITING = ".";

    Catalogue(RoomHost host) {
        this(host, new Waiting(host));
    }

    /** Those that exist, the newest first; then the legacy records that nobody has opened yet, by id. */
    Paged<Listing> sessions(Optional<String> after) {
        Optional<String> old = after.filter(id -> id.startsWith(WAITING)).map(id -> id.substring(WAITING.length()));
        if (old.isPresent()) {
            return filled(List.of(), old.get());
        }
        Paged<Listing> page = paged(after, false, Listed::createdMillis, this::listing);
        return page instanceof Paged.Page<Listing>(List<Listing> items, Optional<String> more) && more.isEmpty()
                ? filled(items, "")
                : page;
    }

    /** The end of a page, and perhaps of the list: as many of the records behind that id as there is room for. */
    private Paged<Listing> filled(List<Listing> sessions, String after) {
        int room = Limits.LISTED - sessions.size();
        List<Listing> records;
        try {
            records = waiting.after(after, room + 1);
        } catch (IOException down) {
            LOG.warn("the legacy records cannot be listed now", down);
            return new Paged.Refused<>(Problem.PAUSED, "");
        }
        List<Listing> page = new ArrayList<>(sessions);
        page.addAll(records.subList(0, Math.min(room, records.size())));
        String last = page.size() == sessions.size() ? after : page.getLast().id();
        return new Paged.Page<>(page, records.size() > room ? Optional.of(WAITING + last) : Optional.empty());
    }

    /** Those in the bin, the ones deleted last first. */
    Paged<Binned> bin(Optional<String> after) {
        return paged(after, true, Catalogue::since, Catalogue::binned);
    }

    private Listing listing(Listed line) {
        SessionId id = line.session();
        Lineage lineage = Lineage.of(line.lineage());
        return new Listing(
                id.text(),
                line.name(),
                host.members(id),
                line.at().seq(),
                line.frozen(),
                lineage.source().map(was -> new Listing.Source(lineage.from(), was.name(), was.seq())));
    }

    private static long since(Listed line) {
        return line.deleted().orElse(0);
    }

    private static Binned binned(Listed line) {
        return new Binned(line.session().text(), line.name(), since(line), since(line) + BinSweep.BIN_MILLIS);
    }

    private <T> Paged<T> paged(
            Optional<String> after, boolean deleted, ToLongFunction<Listed> time, Function<Listed, T> shown) {
        List<Listed> all;
        try {
            all = host.means().journal().list().stream()
                    .filter(line -> line.deleted().isPresent() == deleted)
                    .toList();
        } catch (IOException down) {
            LOG.warn("the sessions cannot be listed now", down);
            return new Paged.Refused<>(Problem.PAUSED, "");
        }
        Comparator<Listed> order = Comparator.comparingLong(time)
                .reversed()
                .thenComparing(line -> line.session().text());
        Optional<Listed> last = after.flatMap(id ->
                all.stream().filter(line -> line.session().text().equals(id)).findFirst());
        return after.isPresent() && last.isEmpty()
                ? new Paged.Refused<>(Problem.BAD_PARAMETER, "after")
                : page(all, order, last, shown);
    }

    private static <T> Paged<T> page(
            List<Listed> all, Comparator<Listed> order, Optional<Listed> last, Function<Listed, T> shown) {
        List<Listed> rest = all.stream()
                .filter(line -> last.isEmpty() || order.compare(line, last.get()) > 0)
                .sorted(order)
                .limit(Limits.LISTED + 1L)
                .toList();
        List<Listed> page = rest.subList(0, Math.min(Limits.LISTED, rest.size()));
        Optional<String> more = rest.size() == page.size()
                ? Optional.empty()
                : Optional.of(page.getLast().session().text());
        return new Paged.Page<>(page.stream().map(shown).toList(), more);
    }
}
