package tutti.client.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.client.audio.SoundCatalogue;
import tutti.client.state.SessionLoop;
import tutti.client.ui.Cursor;
import tutti.client.ui.Desk;
import tutti.client.ui.Ears;
import tutti.client.ui.Gesture;
import tutti.client.ui.Memory;
import tutti.client.ui.Notice;
import tutti.edit.Mutation;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.Instrument;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;
import tutti.model.Track;
import tutti.sync.ClientMessage;
import tutti.sync.GestureId;
import tutti.sync.Pointer;

/** What the window asks, brought to the session, the sound and the studio. FX thread; nothing blocks. */
final class StudioDesk implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(StudioDesk.class);

    private final Studio studio;
    private final SoundCatalogue sounds;
    private final Fresh fresh = new Fresh();
    private final Caretaker caretaker;
    private final Memoirs memoirs;
    private long gestureNumber = Long.MIN_VALUE;
    private GestureId gestureId = fresh.gesture();

    StudioDesk(Studio studio, LocalServer local, ServerHttp http, SoundCatalogue sounds) {
        this.studio = studio;
        this.sounds = sounds;
        this.caretaker = new Caretaker(studio, local, http, fresh);
        this.memoirs = new Memoirs(studio, http);
        studio.remember(memoirs);
        studio.remember(new Keepsakes(studio, http));
    }

    @Override
    public void edit(Gesture gesture, List<Mutation> mutations) {
        if (gesture.number() != gestureNumber) {
            gestureNumber = gesture.number();
            gestureId = fresh.gesture();
        }
        session(loop -> loop.propose(gestureId, mutations));
        mutations.forEach(this::offerBack);
    }

    /** An edit in something that was deleted applies, but is not seen: its author can bring that back. */
    private void offerBack(Mutation mutation) {
        Session shown = studio.shown().session();
        if (mutation.place().root().orElse(null) instanceof Root.OfTrack track
                && track.get(shown).filter(Track::deleted).isPresent()
                && !(mutation instanceof Mutation.Put<?, ?> put && put.value().field() == TrackFields.DELETED)) {
            String name = Words.place(track.path(), shown);
            studio.post(() -> studio.billboard()
                    .offer(
                            "deleted",
                            Notice.Tone.PLAIN,
                            name + " was deleted meanwhile",
                            "Bring back",
                            () -> bringBack(track)));
        }
    }

    private void bringBack(Root.OfTrack track) {
        session(loop -> loop.propose(fresh.gesture(), List.of(Mutation.bringBack(track))) && loop.endGesture());
    }

    @Override
    public void endGesture() {
        studio.loop().ifPresent(SessionLoop::endGesture);
    }

    @Override
    public void cancel(Gesture gesture) {
        if (gesture.number() == gestureNumber) {
            session(loop -> loop.cancel(gestureId, GestureId.undo(fresh.text())));
        }
    }

    @Override
    public void undo() {
        memoirs.now();
        session(loop -> loop.undo(GestureId.undo(fresh.text())));
    }

    @Override
    public void redo() {
        memoirs.now();
        session(loop -> loop.redo(GestureId.redo(fresh.text())));
    }

    @Override
    public void play() {
        boolean stopping = studio.shown().transport().stopping().isPresent();
        session(loop ->
                loop.conduct(stopping ? new ClientMessage.Stop(true) : new ClientMessage.Play(Optional.empty())));
    }

    @Override
    public void stop() {
        session(loop -> loop.conduct(new ClientMessage.Stop(false)));
    }

    @Override
    public void launch(PatternSlot pattern) {
        session(loop -> loop.conduct(new ClientMessage.Launch(pattern)));
    }

    @Override
    public void withdraw() {
        studio.shown().transport().next().ifPresent(next -> launch(next.pattern()));
    }

    @Override
    public void cursor(Cursor cursor) {
        Pointer pointer = new Pointer(cursor.pattern(), Optional.of(cursor.track()), Optional.of(cursor.step()));
        studio.loop().ifPresent(loop -> loop.point(pointer));
    }

    @Override
    public void audition(Instrument instrument, int pitch, int velocity) {
        hear(TrackFields.INSTRUMENT.with(Track.BLANK, instrument), pitch, velocity);
    }

    @Override
    public void audition(NodeId track, Step step) {
        studio.shown().session().tracks().get(track).ifPresent(as -> hear(as, step.pitch(), step.velocity()));
    }

    private void hear(Track track, int pitch, int velocity) {
        studio.post(() -> {
            if (!studio.sound().audition(track, pitch, velocity)) {
                LOG.debug("more notes are pointed at than can be heard; one was left out");
            }
        });
    }

    @Override
    public void solo(NodeId track, boolean on) {
        ears(e -> new Ears(
                set(e.solo(), track, on), e.mute(), e.silent(), e.level(), e.click(), e.output(), e.latencyMillis()));
    }

    @Override
    public void muteForMe(NodeId track, boolean on) {
        ears(e -> new Ears(
                e.solo(), set(e.mute(), track, on), e.silent(), e.level(), e.click(), e.output(), e.latencyMillis()));
    }

    @Override
    public void silence(boolean on) {
        ears(e -> new Ears(e.solo(), e.mute(), on, e.level(), e.click(), e.output(), e.latencyMillis()));
    }

    @Override
    public void level(int milliDb) {
        ears(e -> new Ears(e.solo(), e.mute(), e.silent(), milliDb, e.click(), e.output(), e.latencyMillis()));
        studio.post(() -> studio.identity(me -> me.at(milliDb)));
    }

    @Override
    public void click(boolean on) {
        ears(e -> new Ears(e.solo(), e.mute(), e.silent(), e.level(), on, e.output(), e.latencyMillis()));
    }

    @Override
    public void answer(Notice notice) {
        studio.post(() -> {
            if (!studio.billboard().answer(notice.id())) {
                studio.loop().ifPresent(loop -> remedy(loop, notice.id()));
            }
        });
    }

    private void remedy(SessionLoop loop, long id) {
        loop.status().told().stream()
                .filter(told -> told.id() == id)
                .findFirst()
                .ifPresent(told -> {
                    Remedies.carryOut(told.notice(), loop, fresh.gesture());
                    loop.dismiss(id);
                });
    }

    @Override
    public void dismiss(Notice notice) {
        studio.post(() -> studio.billboard().dismiss(notice.id()));
        studio.loop().ifPresent(loop -> loop.dismiss(notice.id()));
    }

    @Override
    public void list(String address) {
        caretaker.list(address);
    }

    @Override
    public void open(String roomId) {
        caretaker.open(roomId);
    }

    @Override
    public void copy(String roomId) {
        caretaker.copy(roomId);
    }

    @Override
    public void copyThis() {
        caretaker.copyThis(OptionalLong.empty());
    }

    @Override
    public void copyMoment(long seq) {
        caretaker.copyThis(OptionalLong.of(seq));
    }

    @Override
    public void publish(String roomId) {
        caretaker.publish(roomId);
    }

    @Override
    public void delete(String roomId) {
        caretaker.delete(roomId);
    }

    @Override
    public void bringBack(String roomId) {
        caretaker.bringBack(roomId);
    }

    @Override
    public void purge(String roomId) {
        caretaker.purge(roomId);
    }

    @Override
    public void start(String name) {
        caretaker.start(name, sounds.kits().getFirst());
    }

    @Override
    public Memory memory() {
        return memoirs;
    }

    @Override
    public void rename(String myName) {
        studio.post(() -> {
            studio.identity(me -> me.named(myName));
            studio.loop().ifPresent(loop -> loop.rename(studio.identity().profile()));
        });
    }

    private void ears(UnaryOperator<Ears> change) {
        studio.post(() -> studio.loudspeaker().set(change));
    }

    private void session(Predicate<SessionLoop> deed) {
        if (!studio.loop().map(deed::test).orElse(false)) {
            studio.nowhere();
        }
    }

    private static Set<NodeId> set(Set<NodeId> old, NodeId track, boolean on) {
        Set<NodeId> next = new HashSet<>(old);
        if (on) {
            next.add(track);
        } else {
            next.remove(track);
        }
        return Set.copyOf(next);
    }
}
