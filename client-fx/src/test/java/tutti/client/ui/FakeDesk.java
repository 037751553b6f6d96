package tutti.client.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import tutti.edit.Difference;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Outcome;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.sync.GestureId;
import tutti.sync.Trail;

/** A desk without a server: edits are reduced at once, on the calling thread; what else is asked is written down. */
public final class FakeDesk extends AskedDesk {
    /** What a gesture began with. */
    private record Before(Gesture gesture, Session session) {}

    public final AtomicReference<Shared> newest;
    public final Map<Gesture, List<Mutation>> edits = new LinkedHashMap<>();
    private final List<Before> done = new ArrayList<>();
    private final List<Session> undone = new ArrayList<>();
    private int moves;

    public FakeDesk(Shared start) {
        newest = new AtomicReference<>(start);
    }

    /** Everything anew. */
    public void reset(Shared start) {
        newest.set(start);
        asked.clear();
        edits.clear();
        done.clear();
        undone.clear();
    }

    public Session session() {
        return newest.get().session();
    }

    /** All mutations so far. */
    public List<Mutation> mutations() {
        return edits.values().stream().flatMap(List::stream).toList();
    }

    /** A change by somebody else. */
    public void remote(Mutation... mutations) {
        reduce(List.of(mutations));
    }

    @Override
    public void edit(Gesture gesture, List<Mutation> mutations) {
        if (done.isEmpty() || !done.getLast().gesture().equals(gesture)) {
            done.add(new Before(gesture, session()));
            undone.clear();
        }
        edits.computeIfAbsent(gesture, g -> new ArrayList<>()).addAll(mutations);
        reduce(mutations);
    }

    private void reduce(List<Mutation> mutations) {
        switch (Reducer.reduce(session(), mutations)) {
            case Outcome.Changed changed -> put(changed.next());
            case Outcome.Refused refused -> notice(refused.refusal().reason().words());
        }
    }

    private void notice(String words) {
        change(s -> Snapshots.NOTICES.with(s, List.of(new Notice(1, Notice.Tone.BAD, words, Optional.empty()))));
    }

    /** How it stands with the server. */
    public void sync(Sync sync) {
        change(s -> Snapshots.SYNC.with(s, sync));
    }

    /** Another document. */
    public void put(Session session) {
        put(session, newest.get().undoing().trail());
    }

    private void put(Session session, Trail trail) {
        Shared.Undoing undoing = new Shared.Undoing(!done.isEmpty(), !undone.isEmpty(), trail);
        change(s -> Snapshots.UNDOING.with(Snapshots.SESSION.with(s, session), undoing));
    }

    public void change(UnaryOperator<Shared> change) {
        newest.updateAndGet(change);
    }

    private void ears(UnaryOperator<Ears> change) {
        change(s -> Snapshots.EARS.with(s, change.apply(s.ears())));
    }

    public void transport(UnaryOperator<Transport> change) {
        change(s -> Snapshots.TRANSPORT.with(s, change.apply(s.transport())));
    }

    public void people(List<Person> people) {
        change(s -> Snapshots.PEOPLE.with(s, people));
    }

    @Override
    public void cancel(Gesture gesture) {
        asked.add("cancel");
        if (!done.isEmpty() && done.getLast().gesture().equals(gesture)) {
            Session before = done.removeLast().session();
            edits.getOrDefault(gesture, List.of()).reversed().forEach(mutation -> takeBack(mutation, before));
        }
    }

    private void takeBack(Mutation mutation, Session before) {
        if (mutation instanceof Mutation.Put<?, ?> put) {
            takeBack(put, before);
        }
    }

    /** As a room does: only where the gesture's own value still stands. */
    private <N, T> void takeBack(Mutation.Put<N, T> put, Session before) {
        Field<N, T> field = put.value().field();
        T stands = put.place().get(session()).map(field::get).orElseThrow();
        if (stands.equals(put.value().value())) {
            T was = put.place().get(before).map(field::get).orElseThrow();
            reduce(List.of(Mutation.put(put.place(), field, was)));
        }
    }

    @Override
    public void undo() {
        if (!done.isEmpty()) {
            undone.add(session());
            back(done.removeLast().session());
        }
    }

    @Override
    public void redo() {
        if (!undone.isEmpty()) {
            done.add(new Before(new Gesture(-1, "redo"), session()));
            back(undone.removeLast());
        }
    }

    private void back(Session to) {
        List<Place<?>> places = Difference.between(session(), to, place -> true).stream()
                .<Place<?>>map(Mutation::place)
                .toList();
        put(to, new Trail(GestureId.undo("u" + ++moves), places));
    }

    @Override
    public void play() {
        asked.add("play");
        transport(t -> new Transport(true, Optional.empty(), t.pattern(), t.next(), t.heard()));
    }

    @Override
    public void stop() {
        asked.add("stop");
        transport(t -> new Transport(false, Optional.empty(), t.pattern(), t.next(), t.heard()));
    }

    @Override
    public void launch(PatternSlot pattern) {
        asked.add("launch " + pattern);
        transport(t -> new Transport(
                t.playing(), t.stopping(), t.pattern(), Optional.of(new Transport.Launch(pattern, 0)), t.heard()));
    }

    @Override
    public void withdraw() {
        asked.add("withdraw");
        transport(t -> new Transport(t.playing(), t.stopping(), t.pattern(), Optional.empty(), t.heard()));
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

    private static Set<NodeId> set(Set<NodeId> old, NodeId track, boolean on) {
        Set<NodeId> next = new HashSet<>(old);
        if (on) {
            next.add(track);
        } else {
            next.remove(track);
        }
        return Set.copyOf(next);
    }

    @Override
    public void silence(boolean on) {
        ears(e -> new Ears(e.solo(), e.mute(), on, e.level(), e.click(), e.output(), e.latencyMillis()));
    }

    @Override
    public void level(int milliDb) {
        ears(e -> new Ears(e.solo(), e.mute(), e.silent(), milliDb, e.click(), e.output(), e.latencyMillis()));
    }

    @Override
    public void click(boolean on) {
        ears(e -> new Ears(e.solo(), e.mute(), e.silent(), e.level(), on, e.output(), e.latencyMillis()));
    }
}
