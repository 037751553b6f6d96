package tutti.client.app;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import tutti.client.history.Historian;
import tutti.client.state.SessionLoop;
import tutti.client.state.Status;
import tutti.client.ui.Memory;
import tutti.client.ui.Notice;
import tutti.client.ui.Past;
import tutti.model.Session;
import tutti.model.Track;
import tutti.sync.GestureId;
import tutti.sync.HistoryPage;
import tutti.sync.MemberId;
import tutti.sync.Profile;
import tutti.sync.Row;
import tutti.sync.Scope;

/** The past of the room that is open: what the window asks of it, and what is to be told of it. */
final class Memoirs implements Memory {
    private final Studio studio;
    private final ServerHttp http;
    private final Fresh fresh = new Fresh();
    private final Historian historian;
    private long told;

    Memoirs(Studio studio, ServerHttp http) {
        this.studio = studio;
        this.http = http;
        Historian.Names names = new Historian.Names(this::face, Faces::author, this::track);
        historian = new Historian(new Work(), Archives::new, names);
    }

    /** What the window shows. Any thread. */
    Past past() {
        return historian.past();
    }

    /** Another room is open. Any thread. */
    void leave() {
        studio.post(() -> {
            told = Long.MAX_VALUE;
            historian.leave();
        });
    }

    /** How the room stands now. The desk's thread. */
    void look(Status status) {
        historian.stands(status.view().seq(), status.link() == Status.Link.LIVE);
        Optional<Row> restored = status.deeds().restored();
        restored.filter(row -> row.seq() > told && !row.by().equals(status.me()))
                .ifPresent(row -> tell(row, status));
        told = restored.map(Row::seq).orElse(0L);
    }

    private void tell(Row row, Status status) {
        String who = Faces.name(status.members(), row.by()).orElse("Somebody");
        String what = historian.scope(row.mutations());
        studio.billboard().say("restored", Notice.Tone.PLAIN, who + " restored " + what + " to an earlier moment");
    }

    private Optional<Profile> face(MemberId id) {
        if (id.equals(studio.identity().secret().member())) {
            return Optional.of(studio.identity().profile());
        }
        return studio.loop().flatMap(loop -> Faces.profile(loop.status().members(), id));
    }

    private String track(tutti.model.NodeId id) {
        return studio.shown()
                .session()
                .tracks()
                .get(id)
                .map(Track::name)
                .filter(name -> !name.isEmpty())
                .orElse("a track");
    }

    @Override
    public void open() {
        studio.post(historian::open);
    }

    @Override
    public void older() {
        studio.post(historian::older);
    }

    @Override
    public void halt() {
        studio.post(historian::halt);
    }

    @Override
    public void close() {
        studio.post(historian::close);
    }

    @Override
    public void see(Past.Deed deed) {
        studio.post(() -> historian.see(deed));
    }

    @Override
    public void now() {
        studio.post(historian::now);
    }

    @Override
    public void restore(Scope scope) {
        Aim.take(studio::loop, () -> studio.shown().past()).ifPresent(aim -> restore(aim, scope));
        studio.post(historian::now);
    }

    private void restore(Aim<SessionLoop> aim, Scope scope) {
        GestureId gesture = GestureId.restore(aim.seq(), fresh.text());
        if (!aim.room().map(loop -> loop.restore(gesture, aim.seq(), scope)).orElse(false)) {
            studio.nowhere();
        }
    }

    /** The server of the room in which this window is when it is asked for. */
    private final class Archives implements Historian.Archive {
        private final Optional<Home> home = studio.home();

        private Home home() throws IOException {
            return home.orElseThrow(() -> new IOException("No room is open"));
        }

        @Override
        public HistoryPage page(OptionalLong before) throws IOException {
            return http.history(home().server(), home().id(), before);
        }

        @Override
        public Optional<Session> at(long seq) throws IOException {
            return http.moment(home().server(), home().id(), seq);
        }
    }

    private final class Work implements Historian.Office {
        @Override
        public void errand(Runnable blocking) {
            studio.errand(blocking::run);
        }

        @Override
        public void post(Runnable task) {
            studio.post(task::run);
        }
    }
}
