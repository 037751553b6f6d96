package tutti.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.edit.Fields.Part;
import tutti.model.Component;
import tutti.model.Condition;
import tutti.model.Limits;
import tutti.model.Locks;
import tutti.model.Step;

/** The fields of a step. */
public final class StepFields {
    private static final Fields<Step> TABLE = Fields.of("step", Step.BLANK);
    private static final Part<Step, Step> STEP = Part.whole(TABLE, Step.class);
    private static final Component<Step, Locks> LOCK_SET = Component.of(Step.class, "locks", Step::locks);
    private static final Kind.Whole INTERVAL = Kinds.whole(Unit.SEMITONES, -24, 24);

    public static final Field<Step, Boolean> ON = STEP.add("on", Kinds.FLAG, Step::on);
    public static final Field<Step, Integer> VELOCITY =
            STEP.add("velocity", Kinds.whole(Unit.PLAIN, 1, 127), Step::velocity);
    public static final Field<Step, Boolean> ACCENT = STEP.add("accent", Kinds.FLAG, Step::accent);
    public static final Field<Step, Integer> PITCH = STEP.add("pitch", INTERVAL, Step::pitch);
    public static final Field<Step, List<Integer>> CHORD =
            STEP.add("chord", Kinds.items(INTERVAL, Limits.CHORD), Step::chord);
    public static final Field<Step, Optional<Integer>> GATE =
            STEP.add("gate", Kinds.maybe(Kinds.whole(Unit.PERCENT, 1, 400)), Step::gate);
    public static final Field<Step, Boolean> TIE = STEP.add("tie", Kinds.FLAG, Step::tie);
    public static final Field<Step, Boolean> SLIDE = STEP.add("slide", Kinds.FLAG, Step::slide);
    public static final Field<Step, Integer> CHANCE =
            STEP.add("chance", Kinds.whole(Unit.PERCENT, 0, 100), Step::chance);
    public static final Field<Step, Condition> CONDITION =
            STEP.add("condition", Kinds.choice(Condition::code, Condition::parse, conditions()), Step::condition);
    public static final Field<Step, Integer> RATCHET =
            STEP.add("ratchet", Kinds.whole(Unit.TIMES, 1, 8), Step::ratchet);
    public static final Field<Step, Integer> RAMP = STEP.add("ramp", Kinds.whole(Unit.PERCENT, -100, 100), Step::ramp);
    public static final Field<Step, Integer> NUDGE =
            STEP.add("nudge", Kinds.whole(Unit.PERMILLE, -500, 500), Step::nudge);

    /** A lock for each control of a track that can be locked, in the order of {@link TrackFields#lockable()}. */
    public static final List<Field<Step, Optional<Integer>>> LOCKS =
            TrackFields.lockable().stream().map(StepFields::lock).toList();

    private StepFields() {}

    /** The whole table. */
    public static Fields<Step> table() {
        return TABLE;
    }

    private static Field<Step, Optional<Integer>> lock(Field<?, Integer> control) {
        String tag = control.tag();
        return TABLE.add(
                "lock." + tag,
                Kinds.maybe(control.kind()),
                step -> step.locks().get(tag),
                (step, value) -> LOCK_SET.with(step, step.locks().with(tag, value)));
    }

    private static List<Condition> conditions() {
        List<Condition> all = new ArrayList<>(List.of(Condition.ALWAYS));
        for (Condition.Test test : Condition.Test.values()) {
            if (test != Condition.Test.ALWAYS && test != Condition.Test.LAP) {
                all.add(Condition.of(test));
                all.add(Condition.of(test).negated());
            }
        }
        for (int b = 2; b <= Condition.ROUND; b++) {
            for (int a = 1; a <= b; a++) {
                all.add(Condition.lap(a, b));
                all.add(Condition.lap(a, b).negated());
            }
        }
        return List.copyOf(all);
    }
}
