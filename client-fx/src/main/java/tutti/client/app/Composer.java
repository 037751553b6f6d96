package tutti.client.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.client.state.Deeds;
import tutti.client.state.Status;
import tutti.client.state.Told;
import tutti.client.ui.Ears;
import tutti.client.ui.Levels;
import tutti.client.ui.Marks;
import tutti.client.ui.Notice;
import tutti.client.ui.Past;
import tutti.client.ui.Person;
import tutti.client.ui.Rooms;
import tutti.client.ui.Shared;
import tutti.client.ui.Sync;
import tutti.client.ui.Transport;
import tutti.edit.Place;
import tutti.edit.Property;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.sync.Launch;
import tutti.sync.Member;
import tutti.sync.MemberId;
import tutti.sync.Profile;

/**
 * Makes the window's snapshot of what session, sound and studio say. What stays equal keeps its reference. One thread.
 */
final class Composer {
    private final Sound sound;
    private final Levels levels;
    private Shared last;
    private List<Member> members = List.of();
    private Optional<tutti.sync.Transport> playing = Optional.empty();
    private long since = Long.MIN_VALUE;

    /** What the studio itself adds. */
    record Own(Profile profile, String host, Goal goal, Ears ears, Rooms rooms, List<Notice> notices, Past past) {}

    Composer(Sound sound, Shared start) {
        this.sound = sound;
        this.levels = sound::level;
        this.last = start;
    }

    /**
     * The newest snapshot.
     *
     * @param now own microseconds
     */
    Shared compose(Status status, Own own, long now) {
        List<Person> people = Faces.of(status.members(), status.me(), own.profile());
        List<Notice> notices = notices(status, own);
        tutti.sync.View view = status.view();
        Shared.Undoing undoing = new Shared.Undoing(view.canUndo(), view.canRedo(), view.trail());
        last = new Shared(
                view.session(),
                keep(last.sync(), sync(status, own)),
                keep(last.undoing(), undoing),
                keep(last.people(), people),
                transport(status, now),
                keep(last.ears(), own.ears()),
                keep(last.rooms(), own.rooms()),
                last.catalogue(),
                keep(last.notices(), notices),
                marks(status),
                levels,
                own.past());
        return last;
    }

    /** The newest snapshot while no session is open. */
    Shared nowhere(Own own) {
        Shared.Undoing nothing = new Shared.Undoing(false, false, last.undoing().trail());
        Sync sync = own.goal()
                .way()
                .map(doing -> Sync.joining(own.host(), "", doing))
                .orElse(new Sync(Sync.Link.NOWHERE, 0, 0, own.host(), -1, ""));
        return still(sync, nothing, own);
    }

    /** What is new of the studio itself, while the session's own state cannot be shown. */
    Shared still(Own own) {
        return still(last.sync(), last.undoing(), own);
    }

    private Shared still(Sync sync, Shared.Undoing undoing, Own own) {
        last = new Shared(
                last.session(),
                keep(last.sync(), sync),
                keep(last.undoing(), undoing),
                last.people(),
                last.transport(),
                keep(last.ears(), own.ears()),
                keep(last.rooms(), own.rooms()),
                last.catalogue(),
                keep(last.notices(), own.notices()),
                last.marks(),
                last.levels(),
                own.past());
        return last;
    }

    private static <T> T keep(T old, T fresh) {
        return old.equals(fresh) ? old : fresh;
    }

    private static Sync sync(Status status, Own own) {
        boolean coming = status.trouble().equals(Status.CONNECTING);
        if (status.link() == Status.Link.LOST && unknown(status.view())) {
            return Sync.joining(
                    own.host(), coming ? "" : status.trouble(), own.goal().doing());
        }
        Sync.Link link = switch (status.link()) {
            case LIVE -> Sync.Link.CONNECTED;
            case PAUSED -> Sync.Link.PAUSED;
            case REPLACED -> Sync.Link.REPLACED;
            case ENDED -> Sync.Link.ENDED;
            case LOST -> coming ? Sync.Link.CONNECTING : Sync.Link.LOST;
        };
        int spread = status.time().map(time -> (int) time.spread()).orElse(-1);
        return new Sync(
                link, status.view().waiting(), status.view().seq(), own.host(), spread, coming ? "" : status.trouble());
    }

    /** Of a room in which this machine has never been there is nothing to show before its server says what it is. */
    private static boolean unknown(tutti.sync.View view) {
        return view.seq() == 0 && view.waiting() == 0 && view.session().equals(Session.BLANK);
    }

    /** What stays as it is first, what just happened last: the last is the one that is read. */
    private static List<Notice> notices(Status status, Own own) {
        List<Notice> notices = new ArrayList<>(own.notices());
        for (Told told : status.told()) {
            String words = Words.of(told.notice(), status);
            List<String> details = Words.details(told.notice());
            Notice.Tone tone = details.isEmpty() ? Notice.Tone.BAD : Notice.Tone.PLAIN;
            notices.add(new Notice(told.id(), tone, words, Remedies.button(told.notice()), details));
        }
        return List.copyOf(notices);
    }

    /** A new value only when what plays changed, or what was launched has landed. */
    private Transport transport(Status status, long now) {
        Optional<tutti.sync.Transport> newest = status.transport();
        if (newest.isEmpty()) {
            return last.transport();
        }
        tutti.sync.Transport transport = newest.get();
        long tick = Math.max(0, tick(status, transport, now));
        boolean plays = transport.plays(tick);
        Launch current = transport.at(tick);
        long stage = plays ? current.tick() : -1;
        if (playing.equals(newest) && stage == since && status.members().equals(members)) {
            return last.transport();
        }
        playing = newest;
        since = stage;
        members = status.members();
        Optional<String> stopping = transport
                .halt()
                .filter(halt -> plays)
                .map(halt -> Faces.name(members, halt.by()).orElse("somebody"));
        Optional<Transport.Launch> next =
                transport.next(tick).map(launch -> new Transport.Launch(launch.pattern(), launch.tick()));
        return new Transport(plays, stopping, current.pattern(), next, new Heard(sound, transport, current.tick()));
    }

    private static long tick(Status status, tutti.sync.Transport transport, long now) {
        long room = status.time().map(time -> time.room(now)).orElse(now);
        return transport.timeline().tickAt(room);
    }

    private Marks marks(Status status) {
        if (last.marks() instanceof Signs signs && signs.fits(status)) {
            return signs;
        }
        return new Signs(status.deeds(), status.members(), status.me());
    }

    /** Where the music is. */
    private record Heard(Sound sound, tutti.sync.Transport transport, long launched) implements Transport.Heard {
        @Override
        public long room() {
            return transport.timeline().tickAt(sound.heardMicros(System.nanoTime()));
        }

        @Override
        public long run() {
            return room() - launched;
        }
    }

    /** Who did what, as it is said to {@code me}. */
    private record Signs(Deeds deeds, List<Member> members, MemberId me) implements Marks {
        boolean fits(Status status) {
            return status.deeds().equals(deeds) && status.members().equals(members);
        }

        @Override
        public Optional<String> mutedBy(NodeId track) {
            return deeds.last(new Property(new Root.OfTrack(track), TrackFields.MUTE))
                    .flatMap(this::name);
        }

        @Override
        public Optional<String> changedBy(PatternSlot pattern, NodeId track, int step) {
            return deeds.last(new Place.OfStep(pattern, track, step)).flatMap(this::name);
        }

        private Optional<String> name(MemberId id) {
            return id.equals(me) ? Optional.of("you") : Faces.name(members, id);
        }
    }
}
