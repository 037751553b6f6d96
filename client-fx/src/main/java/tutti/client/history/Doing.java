package tutti.client.history;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

/**
 * What some mutations do, as far as a person wants to know.
 *
 * @param kind the weightiest of what they do
 * @param steps those that were switched, and what they were last
 * @param shaped steps of which anything else was set
 * @param values fields that were set elsewhere, by tag, and their last values
 * @param names of tracks, as they were given here
 * @param weight how many values were set
 */
record Doing(
        Kind kind,
        Set<NodeId> tracks,
        Set<PatternSlot> patterns,
        Map<Place.OfStep, Boolean> steps,
        Set<Place.OfStep> shaped,
        Map<String, Object> values,
        Map<NodeId, String> names,
        int weight) {
    /** The weightiest first. */
    enum Kind {
        ADDED,
        DELETED,
        BACK,
        STEPS,
        LANE,
        TRACK,
        ROOM,
        PATTERN,
        SONG,
        FORGOTTEN
    }

    /** Of one row. */
    static Doing of(List<Mutation> mutations) {
        Maker maker = new Maker();
        mutations.forEach(maker::add);
        return maker.made();
    }

    /** Both, {@code later} after this. */
    Doing then(Doing later) {
        Map<Place.OfStep, Boolean> switched = new HashMap<>(steps);
        switched.putAll(later.steps);
        Map<String, Object> set = new TreeMap<>(values);
        set.putAll(later.values);
        Map<NodeId, String> called = new HashMap<>(names);
        called.putAll(later.names);
        return new Doing(
                kind.compareTo(later.kind) <= 0 ? kind : later.kind,
                both(tracks, later.tracks),
                both(patterns, later.patterns),
                switched,
                both(shaped, later.shaped),
                set,
                called,
                weight + later.weight);
    }

    /** Whether a person would call both the same thing. */
    boolean like(Doing other) {
        boolean same = kind == other.kind && tracks.equals(other.tracks) && patterns.equals(other.patterns);
        return same && (kind == Kind.STEPS || values.keySet().equals(other.values.keySet()));
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }

    private static final class Maker {
        private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        private final Set<NodeId> tracks = new HashSet<>();
        private final Set<PatternSlot> patterns = EnumSet.noneOf(PatternSlot.class);
        private final Map<Place.OfStep, Boolean> steps = new HashMap<>();
        private final Set<Place.OfStep> shaped = new HashSet<>();
        private final Map<String, Object> values = new TreeMap<>();
        private final Map<NodeId, String> names = new HashMap<>();
        private int weight;

        Doing made() {
            Kind kind = kinds.stream().findFirst().orElse(Kind.ROOM);
            return new Doing(
                    kind, Set.copyOf(tracks), Set.copyOf(patterns), steps, shaped, values, names, Math.max(1, weight));
        }

        void add(Mutation mutation) {
            if (mutation.place().root().orElse(null) instanceof Root.OfTrack track) {
                tracks.add(track.id());
            }
            switch (mutation) {
                case Mutation.Put<?, ?> put ->
                    put(put.place(), put.value().field(), put.value().value());
                case Mutation.Insert<?> insert -> insert(insert);
                case Mutation.Forget forget -> {
                    kinds.add(Kind.FORGOTTEN);
                    weight++;
                }
            }
        }

        private void insert(Mutation.Insert<?> insert) {
            weight += insert.values().size();
            kinds.add(insert.place() instanceof Root.OfTrack ? Kind.ADDED : Kind.SONG);
            insert.values().stream()
                    .filter(value -> value.field() == TrackFields.NAME)
                    .forEach(value -> names.put(insert.place().id(), String.valueOf(value.value())));
        }

        private void put(Place<?> place, Field<?, ?> field, Object value) {
            weight++;
            switch (place) {
                case Place.OfStep step -> step(step, field, value);
                case Place.OfLane lane -> {
                    patterns.add(lane.slot());
                    set(Kind.LANE, field, value);
                }
                case Place.OfPattern pattern -> {
                    patterns.add(pattern.slot());
                    set(Kind.PATTERN, field, value);
                }
                case Place.OfSession room -> set(Kind.ROOM, field, value);
                case Place.OfEffects effects -> set(Kind.ROOM, field, value);
                case Root.OfTrack track -> track(field, value);
                case Root.OfSection section -> kinds.add(Kind.SONG);
                case Root.OfMuteSet set -> kinds.add(Kind.SONG);
                case Root.OfMoment moment -> kinds.add(Kind.SONG);
            }
        }

        private void step(Place.OfStep step, Field<?, ?> field, Object value) {
            kinds.add(Kind.STEPS);
            patterns.add(step.slot());
            if (field == StepFields.ON) {
                steps.put(step, value.equals(true));
            } else {
                shaped.add(step);
                values.put(field.tag(), value);
            }
        }

        private void track(Field<?, ?> field, Object value) {
            if (field == TrackFields.DELETED) {
                kinds.add(value.equals(true) ? Kind.DELETED : Kind.BACK);
            } else {
                set(Kind.TRACK, field, value);
            }
        }

        private void set(Kind kind, Field<?, ?> field, Object value) {
            kinds.add(kind);
            values.put(field.tag(), value);
        }
    }
}
