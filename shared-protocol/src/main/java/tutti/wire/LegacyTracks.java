package tutti.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tutti.edit.LaneFields;
import tutti.edit.Order;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Instrument;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Step;
import tutti.model.Track;
import tutti.music.Level;
import tutti.music.Velocity;

/** Reads the tracks of an old record, one after the other. */
final class LegacyTracks {
    private static final int SHARE = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int COLOURS = 8;
    private static final int TRANSPOSE = 24;
    private static final int STEPS = 16;
    /** A step that has no lock of its own plays at our default velocity; the fader makes up for it. */
    private static final int PLAIN = Velocity.milliDb(Step.BLANK.velocity());
    /** From a lock of 1 down to one of 0. */
    private static final int LOCK_RANGE = 40_000;

    private final Old state;
    private final int count;
    private final Report report;
    private final Set<NodeId> taken = new HashSet<>();

    LegacyTracks(Old state, int count, Report report) {
        this.state = state;
        this.count = count;
        this.report = report;
    }

    /** The {@code index}th of the tracks. */
    LegacyTrack read(int index, Json.Obj written) {
        NodeId id = id(index, written);
        String name = written.get("name").flatMap(Old::text).orElse(id.text());
        Repair repair = new Repair(report, "Track " + name);
        Old old = new Old(written, repair, "");
        Track track = TrackFields.POSITION.with(Track.BLANK, Order.spread(id, index, count));
        track = TrackFields.COLOUR.with(track, index % COLOURS);
        track = TrackFields.DELETED.with(track, index >= Limits.TRACKS);
        track = sound(old, mix(old, track, repair), repair);
        return new LegacyTrack(id, track, lane(old, repair));
    }

    /** The old id, if it is one here; else one that is made of it. */
    private NodeId id(int index, Json.Obj written) {
        NodeId id = written.get("id").flatMap(Old::text).flatMap(NodeId::parse).orElse(new NodeId("legacy-" + index));
        NodeId free = taken.add(id) ? id : new NodeId("legacy-" + index + "-x");
        taken.add(free);
        return free;
    }

    private static Track mix(Old old, Track track, Repair repair) {
        long gain = repair.within("volume", old.number("volume", MILLION).orElse(MILLION), 0, MILLION);
        Track mixed = TrackFields.VOLUME.with(track, Math.max(-60_000, Level.milliDb(gain) - PLAIN));
        mixed = repair.put(mixed, TrackFields.PAN, old.number("pan", SHARE));
        mixed = repair.put(mixed, TrackFields.TRANSPOSE, old.number("transpose", 1));
        mixed = TrackFields.MUTE.with(mixed, old.flag("muted"));
        if (old.flag("soloed")) {
            repair.say("was stored with solo on; in Tutti solo belongs to each listener");
        }
        return mixed;
    }

    /** An unknown sound keeps its id: which of our sounds plays it is looked up when it plays. */
    private Track sound(Old old, Track track, Repair repair) {
        Optional<Instrument> sound =
                old.get("sampleId").flatMap(Old::text).flatMap(id -> Instrument.parse("legacy:" + id));
        if (sound.isEmpty()) {
            repair.say("has no sound that can be read; it is silent until one is chosen");
        }
        Track named = TrackFields.INSTRUMENT.with(track, sound.orElse(Instrument.NONE));
        named = TrackFields.NAME.with(named, repair.text("name", old.text("name"), Limits.NAME));
        Old fm = old.object("fmParams");
        named = repair.put(named, TrackFields.FM_RATIO, fm.number("harmonicity", SHARE));
        named = repair.put(named, TrackFields.FM_INDEX, fm.number("modulationIndex", SHARE));
        return swing(old, named, repair);
    }

    private Track swing(Old old, Track track, Repair repair) {
        long own = repair.within("swing", old.number("swing", 10).orElse(0), 0, SHARE);
        return own == 0 ? track : TrackFields.SWING.with(track, Optional.of(amount(old)));
    }

    /** Global g and own t together: g + t - g·t. */
    private int amount(Old old) {
        long global = Math.clamp(state.number("swing", 10).orElse(0), 0, SHARE);
        long own = Math.clamp(old.number("swing", 10).orElse(0), 0, SHARE);
        return (int) (global + own - (2 * global * own + SHARE) / (2 * SHARE));
    }

    private Lane lane(Old old, Repair repair) {
        int length = repair.within("length", old.number("stepCount", 1).orElse(STEPS), 1, Limits.STEPS);
        Lane lane = LaneFields.LENGTH.with(Lane.BLANK, length);
        if (length % 2 == 1 && amount(old) > 0) {
            lane = LaneFields.SWING_BY_LANE.with(lane, Optional.of(amount(old)));
        }
        List<Json> cells = cells(old, "steps", repair);
        List<Json> locks = cells(old, "parameterLocks", repair);
        for (int i = 0; i < Limits.STEPS; i++) {
            Step step = StepFields.ON.with(Step.BLANK, i < cells.size() && on(cells.get(i), repair));
            Step locked = i < locks.size() ? locked(step, locks.get(i), repair) : step;
            lane = locked.equals(Step.BLANK) ? lane : lane.with(i, locked);
        }
        return lane;
    }

    /** What can mean only on or only off is read so; all else is off. */
    private static boolean on(Json cell, Repair repair) {
        Optional<Boolean> meant = Old.meant(cell);
        boolean on = meant.orElse(false);
        if (!(cell instanceof Json.Bool)) {
            String what = meant.isPresent() ? "written in another way than true or false" : "neither on nor off";
            repair.say("had a step that was " + what + "; it is " + (on ? "on" : "off"));
        }
        return on;
    }

    private static List<Json> cells(Old old, String name, Repair repair) {
        Optional<List<Json>> cells = old.list(name);
        if (cells.isEmpty()) {
            repair.say("has no " + name + " that can be read");
        }
        if (cells.isPresent() && cells.get().size() > Limits.STEPS) {
            repair.say("had more than 128 " + name + "; those beyond were cut off");
        }
        return cells.orElse(List.of());
    }

    /** Good values of a lock are kept, whatever is wrong with the others. */
    private static Step locked(Step step, Json written, Repair repair) {
        if (!(written instanceof Json.Obj members)) {
            if (!(written instanceof Json.Nil)) {
                repair.say("had a lock of a step that is none; it was left out");
            }
            return step;
        }
        Old lock = new Old(members, repair, " of a step");
        OptionalLong pitch = lock.number("pitch", 1);
        Step locked = pitch.isEmpty()
                ? step
                : StepFields.PITCH.with(step, repair.within("pitch", pitch.getAsLong(), -TRANSPOSE, TRANSPOSE));
        OptionalLong volume = lock.number("volume", MILLION);
        if (volume.isPresent()) {
            int share = repair.within("volume of a step", volume.getAsLong(), 0, MILLION);
            locked = StepFields.VELOCITY.with(locked, velocity(share));
        }
        return StepFields.TIE.with(locked, lock.flag("tie"));
    }

    /** The velocity that is heard as far below a plain step as the lock was: -40 dB · (1 - v), and nothing at 0. */
    static int velocity(int share) {
        if (share == 0) {
            return Velocity.LEAST;
        }
        long below = (long) LOCK_RANGE * (MILLION - share) / MILLION;
        return Velocity.nearest(PLAIN - below);
    }
}
