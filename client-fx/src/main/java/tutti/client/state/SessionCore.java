package tutti.client.state;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tutti.model.SessionId;
import tutti.sync.Act;
import tutti.sync.Base;
import tutti.sync.ClientMessage;
import tutti.sync.Notice;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Replica;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/**
 * One outbox at work: carries out its replica's acts in order, over its own line and its own files. Time is own
 * microseconds. One thread.
 */
final class SessionCore {
    private static final long FORCE_WITHIN = 500_000;
    private static final long SAVE_EVERY = 3_000_000;
    /** While something is held back, a drag's next value is due this often. */
    private static final long PACE = 10_000;

    private static final String REPLACED =
            "another window goes on with the edits of this one; leave this room and open it again to go on here";

    /** Who and where. */
    record Setting(SessionId session, Secret secret, Supplier<OutboxId> freshOutbox, Bulletin bulletin, Kept kept) {}

    private final Setting setting;
    private final Drawer drawer;
    private final Drawer.Claimed files;
    private final Line line;
    private final Replica replica;
    private final Company company;
    private final Codec codec = new Codec();
    private Optional<ClientMessage.Point> pointing = Optional.empty();
    private Profile profile;
    private Status.Link link = Status.Link.LOST;
    private String trouble = Status.CONNECTING;
    private long forceBy = Long.MAX_VALUE;
    private long saveAt;
    private Base saved;

    SessionCore(Setting setting, Profile profile, Drawer drawer, Drawer.Claimed files, Line line) throws IOException {
        this.setting = setting;
        this.profile = profile;
        this.drawer = drawer;
        this.files = files;
        this.line = line;
        this.saved = drawer.base(files.base());
        this.replica = new Replica(setting.secret().member(), files.outbox(), saved, codec);
        this.company = new Company(setting.secret().member());
    }

    /** What to publish. */
    Status status() {
        boolean coming = link == Status.Link.LIVE && !replica.whole();
        return new Status(
                replica.view(),
                setting.secret().member(),
                coming ? Status.Link.LOST : link,
                coming ? Status.CONNECTING : trouble,
                company.members(),
                company.transport(),
                company.time(),
                company.deeds(),
                setting.bulletin().shown());
    }

    Replica replica() {
        return replica;
    }

    private void say(ClientMessage message) {
        line.send(codec.write(message));
    }

    /** Where this window points from now on; said again after every Welcome. */
    void point(ClientMessage.Point where) {
        pointing = Optional.of(where);
        say(where);
    }

    /** Plays, stops or launches: in the room, or for myself while there is none. */
    void conduct(ClientMessage message, long now) {
        if (link == Status.Link.LOST || link == Status.Link.REPLACED) {
            company.conductAlone(message, profile, replica.view().session(), now);
        } else {
            say(message);
        }
    }

    void rename(Profile as) {
        profile = as;
        say(new ClientMessage.Rename(as));
    }

    void dismiss(long id) {
        setting.bulletin().dismiss(id);
    }

    void opened(long now) {
        say(replica.hello(setting.session(), setting.secret(), profile, company.clock(now)));
    }

    void broken(String why) {
        replica.disconnected();
        company.pinger().stopped();
        link = Status.Link.LOST;
        trouble = why;
    }

    /** Another window has this outbox now: there is no line any more, and only the person can go on. */
    void replaced() {
        broken(REPLACED);
        link = Status.Link.REPLACED;
        setting.bulletin().tell(new Notice.Rejected(REPLACED));
    }

    void frame(String text, long now) throws IOException {
        company.pinger().heard(now);
        switch (codec.readServer(text)) {
            case Parsed.Malformed<ServerMessage> malformed -> {
                trouble = "the server said what this version does not know: " + malformed.text();
                line.again();
            }
            case Parsed.Of<ServerMessage> parsed -> {
                if (link == Status.Link.LIVE) {
                    line.well();
                }
                standing(parsed.value());
                company.hear(parsed.value(), now);
                act(replica.receive(parsed.value(), now), now);
            }
        }
    }

    private void standing(ServerMessage message) {
        if (message instanceof ServerMessage.Welcome) {
            link = Status.Link.LIVE;
            trouble = "";
            setting.bulletin().welcomed();
            pointing.ifPresent(this::say);
        } else if (message instanceof ServerMessage.Paused paused) {
            link = Status.Link.PAUSED;
            trouble = paused.reason();
        } else if (message instanceof ServerMessage.Rejected rejected) {
            trouble = rejected.reason();
        }
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
                    line.again();
                }
                case Act.Renew renew -> act(replica.renew(setting.freshOutbox().get()), now);
                case Act.Tell tell -> tell(tell.notice());
            }
        }
    }

    /** What the server has lost is in a file before anything of mine gives way to what it has now. */
    private void tell(Notice notice) throws IOException {
        if (notice instanceof Notice.WentBack wentBack) {
            setting.kept().keep(new SessionId(setting.freshOutbox().get().text()), wentBack.mine());
        } else {
            setting.bulletin().tell(notice);
        }
    }

    private void force() throws IOException {
        files.log().force();
        forceBy = Long.MAX_VALUE;
    }

    /** Own time at which {@link #tick} has something to do. */
    long nextTick(long now) {
        long save = isSaved(replica.base()) ? Long.MAX_VALUE : saveAt;
        long pace = replica.holds(now) ? now + PACE : Long.MAX_VALUE;
        return Math.min(Math.min(forceBy, company.pinger().next()), Math.min(save, pace));
    }

    void tick(long now) throws IOException {
        act(replica.tick(now), now);
        company.pinger().due(now).ifPresent(this::say);
        if (company.pinger().silent(now)) {
            trouble = "the server is silent";
            company.pinger().stopped();
            line.again();
        }
        if (now >= forceBy) {
            force();
        }
        if (now >= saveAt) {
            save(now);
        }
    }

    /** The document a session was made with is row 0, as is knowing nothing of it: the row alone does not tell. */
    private boolean isSaved(Base base) {
        return base.seq() == saved.seq() && base.session().equals(saved.session());
    }

    /** Saves the confirmed snapshot, and shortens the outbox file when it is long. */
    private void save(long now) throws IOException {
        saveAt = now + SAVE_EVERY;
        Base base = replica.base();
        if (!isSaved(base)) {
            drawer.save(files.base(), base);
            saved = base;
            act(replica.saved(base.seq()), now);
        }
        if (files.log().overgrown()) {
            files.log().rewrite(replica.outbox().notes());
        }
    }

    /** Whether the server has answered everything. */
    boolean delivered() {
        return link == Status.Link.LIVE && replica.waiting() == 0;
    }

    /** Saves all and says goodbye. */
    void close(long now) throws IOException {
        say(new ClientMessage.Leave());
        save(now);
        force();
        files.log().close();
        line.close();
    }

    /** Ends without a word and without saving: its files failed, and are another's from now on. */
    void letGo() {
        files.letGo();
        line.close();
    }

    /** Says goodbye and throws the files away; nothing in them is left to do. */
    void discard() throws IOException {
        say(new ClientMessage.Leave());
        drawer.discard(files);
        line.close();
    }
}
