package tutti.edit;

import java.util.function.Function;
import tutti.edit.Fields.Part;
import tutti.model.Component;
import tutti.model.Effects;
import tutti.model.Effects.Chorus;
import tutti.model.Effects.Compressor;
import tutti.model.Effects.Delay;
import tutti.model.Effects.Distortion;
import tutti.model.Effects.Limiter;
import tutti.model.Effects.Reverb;

/** The fields of the room's effects. */
public final class EffectsFields {
    private static final Fields<Effects> TABLE = Fields.of("effects", Effects.BLANK);
    private static final Part<Effects, Effects> EFFECTS = Part.whole(TABLE, Effects.class);
    private static final Part<Effects, Reverb> REVERB =
            Part.of(TABLE, "reverb", Reverb.class, component("reverb", Effects::reverb));
    private static final Part<Effects, Delay> DELAY =
            Part.of(TABLE, "delay", Delay.class, component("delay", Effects::delay));
    private static final Part<Effects, Chorus> CHORUS =
            Part.of(TABLE, "chorus", Chorus.class, component("chorus", Effects::chorus));
    private static final Part<Effects, Distortion> DISTORTION =
            Part.of(TABLE, "distortion", Distortion.class, component("distortion", Effects::distortion));
    private static final Part<Effects, Compressor> COMPRESSOR =
            Part.of(TABLE, "compressor", Compressor.class, component("compressor", Effects::compressor));
    private static final Part<Effects, Limiter> LIMITER =
            Part.of(TABLE, "limiter", Limiter.class, component("limiter", Effects::limiter));
    private static final Kind.Whole SHARE = Kinds.whole(Unit.PERMILLE, 0, 1000);
    private static final Kind.Whole WET = Kinds.whole(Unit.MILLI_DB, -60_000, 6_000);
    private static final Kind.Whole TONE = Kinds.log(Unit.HERTZ, 200, 20_000);

    public static final Field<Effects, Boolean> BYPASS = EFFECTS.add("bypass", Kinds.FLAG, Effects::bypass);
    public static final Field<Effects, Integer> VOLUME =
            EFFECTS.add("volume", Kinds.whole(Unit.MILLI_DB, -60_000, 6_000), Effects::volume);

    public static final Field<Effects, Integer> REVERB_DECAY =
            REVERB.add("decay", Kinds.log(Unit.MILLISECONDS, 100, 10_000), Reverb::decay);
    public static final Field<Effects, Integer> REVERB_TONE = REVERB.add("tone", TONE, Reverb::tone);
    public static final Field<Effects, Integer> REVERB_PREDELAY =
            REVERB.add("predelay", Kinds.whole(Unit.MILLISECONDS, 0, 250), Reverb::predelay);
    public static final Field<Effects, Integer> REVERB_WET = REVERB.add("wet", WET, Reverb::wet);

    public static final Field<Effects, Integer> DELAY_TIME =
            DELAY.add("time", Kinds.whole(Unit.WHOLE_96THS, 1, 96), Delay::time);
    public static final Field<Effects, Integer> DELAY_FEEDBACK =
            DELAY.add("feedback", Kinds.whole(Unit.PERMILLE, 0, 950), Delay::feedback);
    public static final Field<Effects, Integer> DELAY_TONE = DELAY.add("tone", TONE, Delay::tone);
    public static final Field<Effects, Integer> DELAY_WET = DELAY.add("wet", WET, Delay::wet);

    public static final Field<Effects, Integer> CHORUS_RATE =
            CHORUS.add("rate", Kinds.log(Unit.MILLI_HERTZ, 100, 10_000), Chorus::rate);
    public static final Field<Effects, Integer> CHORUS_DEPTH = CHORUS.add("depth", SHARE, Chorus::depth);
    public static final Field<Effects, Integer> CHORUS_WET = CHORUS.add("wet", WET, Chorus::wet);

    public static final Field<Effects, Integer> DISTORTION_AMOUNT = DISTORTION.add("amount", SHARE, Distortion::amount);
    public static final Field<Effects, Integer> DISTORTION_WET = DISTORTION.add("wet", SHARE, Distortion::wet);

    public static final Field<Effects, Boolean> COMPRESSOR_ON = COMPRESSOR.add("on", Kinds.FLAG, Compressor::on);
    public static final Field<Effects, Integer> COMPRESSOR_THRESHOLD =
            COMPRESSOR.add("threshold", Kinds.whole(Unit.MILLI_DB, -60_000, 0), Compressor::threshold);
    public static final Field<Effects, Integer> COMPRESSOR_RATIO =
            COMPRESSOR.add("ratio", Kinds.log(Unit.THOUSANDTHS, 1_000, 20_000), Compressor::ratio);
    public static final Field<Effects, Integer> COMPRESSOR_ATTACK =
            COMPRESSOR.add("attack", Kinds.log(Unit.MICROSECONDS, 100, 200_000), Compressor::attack);
    public static final Field<Effects, Integer> COMPRESSOR_RELEASE =
            COMPRESSOR.add("release", Kinds.log(Unit.MILLISECONDS, 10, 2_000), Compressor::release);
    public static final Field<Effects, Integer> COMPRESSOR_MAKEUP =
            COMPRESSOR.add("makeup", Kinds.whole(Unit.MILLI_DB, 0, 24_000), Compressor::makeup);

    public static final Field<Effects, Integer> LIMITER_CEILING =
            LIMITER.add("ceiling", Kinds.whole(Unit.MILLI_DB, -12_000, 0), Limiter::ceiling);
    public static final Field<Effects, Integer> LIMITER_RELEASE =
            LIMITER.add("release", Kinds.log(Unit.MILLISECONDS, 10, 1_000), Limiter::release);

    private EffectsFields() {}

    /** The whole table. */
    public static Fields<Effects> table() {
        return TABLE;
    }

    private static <T> Component<Effects, T> component(String name, Function<Effects, T> get) {
        return Component.of(Effects.class, name, get);
    }
}
