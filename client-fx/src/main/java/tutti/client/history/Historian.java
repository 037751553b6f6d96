package tutti.client.history;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tutti.client.ui.Past;
import tutti.client.ui.Past.Author;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.Past.Reach;
import tutti.edit.Mutation;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.sync.HistoryPage;
import tutti.sync.MemberId;
import tutti.sync.Profile;

/**
 * Reads a room's history, page by page, while somebody looks at it, and fetches the moments that are looked at. One
 * thread, the office's; only the archive is asked on others, and an answer that nobody waits for any more is dropped.
 */
public final class Historian {
    /** So many pages are read on at a time; further ones when they are asked for. */
    static final int STRETCH = 20;

    private static final int MOMENTS = 24;
    private static final String GONE = "The server does not have this moment any more. Choose a later one.";

    /** The server's memory of the room. Blocks. */
    public interface Archive {
        /** The rows before that one, newest first; the newest ones without it. @throws IOException in words */
        HistoryPage page(OptionalLong before) throws IOException;

        /** The document after that row; nothing if the server does not have it. @throws IOException in words */
        Optional<Session> at(long seq) throws IOException;
    }

    /** Where work is done. */
    public interface Office {
        /** Does what blocks, elsewhere. */
        void errand(Runnable blocking);

        /** Comes back to the historian's thread. */
        void post(Runnable task);
    }

    /**
     * How people and things are called.
     *
     * @param face of somebody who is here
     * @param drawn what the window shows of a profile
     * @param track what a track is called
     */
    public record Names(
            Function<MemberId, Optional<Profile>> face,
            Function<Profile, Author> drawn,
            Function<NodeId, String> track) {}

    private final Office office;
    private final Supplier<Archive> archive;
    private final Names names;
    private final Map<Long, Session> moments = new LinkedHashMap<>(MOMENTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Session> eldest) {
            return size() > MOMENTS;
        }
    };
    private Annals annals = new Annals();
    private List<Deed> deeds = List.of();
    private volatile Past past = Past.NONE;
    private boolean open;
    private boolean busy;
    private boolean fetching;
    private boolean live = true;
    private int left;
    private long durable;
    /** Counts up when answers that are on their way are not wanted any more. */
    private long turn;

    /** Counts up with each room. */
    private long visit;

    private Optional<Past.Glance> glance = Optional.empty();
    private String problem = "";

    /** @param archive that of the room in which this window is now */
    public Historian(Office office, Supplier<Archive> archive, Names names) {
        this.office = office;
        this.archive = archive;
        this.names = names;
    }

    /** What the window shows. Any thread. */
    public Past past() {
        return past;
    }

    /** Somebody looks: reads what is new, then further back. */
    public void open() {
        open = true;
        problem = "";
        if (!busy) {
            left = Math.max(left, STRETCH);
            read(OptionalLong.empty());
        }
        publish();
    }

    /** Reads further back. */
    public void older() {
        problem = "";
        left = STRETCH;
        if (!busy) {
            next();
        }
        publish();
    }

    /** Stops reading. */
    public void halt() {
        turn++;
        busy = false;
        left = 0;
        publish();
    }

    /** Nobody looks any more. */
    public void close() {
        open = false;
        glance = Optional.empty();
        halt();
    }

    /** Another room: nothing is known of it. */
    public void leave() {
        boolean was = open;
        close();
        visit++;
        fetching = false;
        annals = new Annals();
        deeds = List.of();
        moments.clear();
        problem = "";
        durable = 0;
        open = was;
        publish();
    }

    /**
     * How the room stands: what is new is read while somebody looks.
     *
     * @param seq of its newest row that is known here
     * @param connected whether its server answers
     */
    public void stands(long seq, boolean connected) {
        boolean back = connected && !live;
        live = connected;
        if (seq < durable) {
            leave();
        }
        durable = seq;
        if (back) {
            problem = "";
        }
        if (open && live && !busy && problem.isEmpty() && (annals.empty() || seq > annals.newest())) {
            left = annals.empty() ? STRETCH : Math.max(left, 1);
            read(OptionalLong.empty());
            publish();
        }
    }

    private void read(OptionalLong before) {
        busy = true;
        long mine = turn;
        Archive from = archive.get();
        office.errand(() -> {
            try {
                HistoryPage page = from.page(before);
                office.post(() -> got(mine, page));
            } catch (IOException e) {
                office.post(() -> failed(mine, e));
            }
        });
    }

    private void got(long asked, HistoryPage page) {
        if (asked == turn) {
            busy = false;
            left--;
            annals.add(page);
            deeds = withBeginning(annals.deeds(new Phrases(names.track()), names.face(), names.drawn()));
            next();
            publish();
        }
    }

    private void next() {
        if (left > 0 && annals.before().isPresent()) {
            read(annals.before());
        } else if (left > 0 && annals.empty()) {
            read(OptionalLong.empty());
        }
    }

    private void failed(long asked, IOException e) {
        if (asked == turn) {
            busy = false;
            left = 0;
            problem = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
            publish();
        }
    }

    /** Shows the room as it was after a deed. */
    public void see(Deed deed) {
        problem = "";
        Optional<Session> meanwhile = glance.flatMap(Past.Glance::shown);
        glance = Optional.of(new Past.Glance(deed, Optional.ofNullable(moments.get(deed.seq())), meanwhile));
        if (!fetching) {
            fetch();
        }
        publish();
    }

    /** Shows the room as it is. */
    public void now() {
        problem = "";
        glance = Optional.empty();
        publish();
    }

    /** How much of the room these mutations are about, in words. */
    public String scope(List<Mutation> mutations) {
        return new Phrases(names.track()).scope(Doing.of(mutations));
    }

    /** One moment at a time, and of those that were wanted meanwhile only the last. */
    private void fetch() {
        glance.filter(wanted -> wanted.then().isEmpty()).ifPresent(wanted -> {
            fetching = true;
            long here = visit;
            long seq = wanted.at().seq();
            Archive from = archive.get();
            office.errand(() -> {
                try {
                    Optional<Session> then = from.at(seq);
                    office.post(() -> fetched(here, seq, then, then.isEmpty() ? GONE : ""));
                } catch (IOException e) {
                    String words = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
                    office.post(() -> fetched(here, seq, Optional.empty(), words));
                }
            });
        });
    }

    private void fetched(long asked, long seq, Optional<Session> then, String trouble) {
        if (asked != visit) {
            return;
        }
        fetching = false;
        boolean wanted = glance.filter(now -> now.at().seq() == seq).isPresent();
        then.ifPresent(session -> moments.put(seq, session));
        if (wanted) {
            problem = trouble;
            glance = then.flatMap(session -> glance.map(now -> new Past.Glance(now.at(), Optional.of(session))));
        } else {
            fetch();
        }
        publish();
    }

    private void publish() {
        long all = Math.max(durable, annals.newest());
        Past.Reading reading = new Past.Reading(busy, annals.rows(), all, annals.reach(), annals.trim());
        past = new Past(deeds, reading, glance, problem);
    }

    /** The beginning stands below all others, as a moment that can be gone back to. */
    private List<Deed> withBeginning(List<Deed> all) {
        if (annals.reach() != Reach.BEGINNING) {
            return all;
        }
        long wall = all.isEmpty() ? 0 : all.getLast().wall();
        List<Past.Played> played = annals.beginning(names.face(), names.drawn());
        Deed beginning = new Deed(0, 0, wall, new Author("", 0), "The beginning", 0, 0, Set.of(), Set.of(), played);
        return Stream.concat(all.stream(), Stream.of(beginning)).toList();
    }
}
