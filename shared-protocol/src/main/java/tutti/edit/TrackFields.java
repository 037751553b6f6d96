package tutti.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tutti.edit.Fields.Part;
import tutti.model.Component;
import tutti.model.Duck;
import tutti.model.FilterSettings;
import tutti.model.Fm;
import tutti.model.Instrument;
import tutti.model.Lfo;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Sampling;
import tutti.model.Sends;
import tutti.model.Subtractive;
import tutti.model.Track;

/** The fields of a track. Parameters of every instrument stay, so that changing the sound loses nothing. */
public final class TrackFields {
    private static final Fields<Track> TABLE = Fields.of("track", Track.BLANK);
    private static final Part<Track, Track> TRACK = Part.whole(TABLE, Track.class);
    private static final Part<Track, FilterSettings> FILTER =
            Part.of(TABLE, "filter", FilterSettings.class, component("filter", Track::filter));
    private static final Part<Track, Sends> SENDS =
            Part.of(TABLE, "sends", Sends.class, component("sends", Track::sends));
    private static final Part<Track, Duck> DUCK_PART =
            Part.of(TABLE, "duck", Duck.class, component("duck", Track::duck));
    private static final Part<Track, Lfo> LFO = Part.of(TABLE, "lfo", Lfo.class, component("lfo", Track::lfo));
    private static final Part<Track, Sampling> SAMPLING =
            Part.of(TABLE, "sampling", Sampling.class, component("sampling", Track::sampling));
    private static final Part<Track, Subtractive> SUB =
            Part.of(TABLE, "sub", Subtractive.class, component("sub", Track::sub));
    private static final Part<Track, Fm> FM = Part.of(TABLE, "fm", Fm.class, component("fm", Track::fm));
    private static final Kind.Whole SEND = Kinds.whole(Unit.MILLI_DB, Sends.OFF, 0);
    private static final Kind.Whole SHARE = Kinds.whole(Unit.PERMILLE, 0, 1000);
    private static final Kind.Whole FREQUENCY = Kinds.log(Unit.HERTZ, 20, 20_000);

    public static final Field<Track, String> NAME = TRACK.add("name", Kinds.text(Limits.NAME), Track::name);
    public static final Field<Track, Integer> COLOUR =
            TRACK.add("colour", Kinds.whole(Unit.PLAIN, 0, 7), Track::colour);
    public static final Field<Track, String> POSITION =
            TRACK.add(NodeFields.POSITION_TAG, Kinds.position(), Track::position);
    public static final Field<Track, Boolean> DELETED = TRACK.add(NodeFields.DELETED_TAG, Kinds.FLAG, Track::deleted);
    public static final Field<Track, Instrument> INSTRUMENT = TRACK.add(
            "instrument",
            Kinds.choice(Instrument::code, Instrument::parse, List.of(Instrument.NONE, Instrument.SUB))
                    .hinted("1 to " + Limits.NAME
                            + " characters without a space or control character; those that play are"
                            + " none, sub, fm, sample:SOUND and legacy:ID"),
            Track::instrument);
    public static final Field<Track, Integer> TRANSPOSE =
            TRACK.add("transpose", Kinds.whole(Unit.SEMITONES, -24, 24), Track::transpose);
    public static final Field<Track, Integer> CHOKE = TRACK.add("choke", Kinds.whole(Unit.PLAIN, 0, 16), Track::choke);
    public static final Field<Track, List<String>> SAMPLES =
            TRACK.add("samples", Kinds.items(Kinds.hash(), Limits.SAMPLES), Track::samples);
    public static final Field<Track, Integer> VOLUME =
            TRACK.add("volume", Kinds.whole(Unit.MILLI_DB, -60_000, 6_000), Track::volume);
    public static final Field<Track, Integer> PAN =
            TRACK.add("pan", Kinds.whole(Unit.PERMILLE, -1000, 1000), Track::pan);
    public static final Field<Track, Boolean> MUTE = TRACK.add("mute", Kinds.FLAG, Track::mute);
    public static final Field<Track, Optional<Integer>> SWING =
            TRACK.add("swing", Kinds.maybe(Kinds.SWING), Track::swing);
    public static final Field<Track, Integer> DRIVE =
            TRACK.add("drive", Kinds.whole(Unit.MILLI_DB, 0, 36_000), Track::drive);

    public static final Field<Track, FilterSettings.Type> FILTER_TYPE = FILTER.add(
            "type",
            Kinds.choice(FilterSettings.Type::code, FilterSettings.Type::parse, List.of(FilterSettings.Type.values())),
            FilterSettings::type);
    public static final Field<Track, Integer> FILTER_CUTOFF = FILTER.add("cutoff", FREQUENCY, FilterSettings::cutoff);
    public static final Field<Track, Integer> FILTER_RESONANCE =
            FILTER.add("resonance", SHARE, FilterSettings::resonance);

    public static final Field<Track, Integer> SEND_REVERB = SENDS.add("reverb", SEND, Sends::reverb);
    public static final Field<Track, Integer> SEND_DELAY = SENDS.add("delay", SEND, Sends::delay);
    public static final Field<Track, Integer> SEND_CHORUS = SENDS.add("chorus", SEND, Sends::chorus);

    public static final Field<Track, Optional<NodeId>> DUCK_FROM =
            DUCK_PART.add("from", Kinds.maybe(Kinds.node()), Duck::from);
    public static final Field<Track, Integer> DUCK_AMOUNT =
            DUCK_PART.add("amount", Kinds.whole(Unit.MILLI_DB, 0, 36_000), Duck::amount);

    public static final Field<Track, String> LFO_TARGET = LFO.add("target", Kinds.tag(), Lfo::target);
    public static final Field<Track, Lfo.Shape> LFO_SHAPE =
            LFO.add("shape", Kinds.choice(Lfo.Shape::code, Lfo.Shape::parse, List.of(Lfo.Shape.values())), Lfo::shape);
    public static final Field<Track, Integer> LFO_RATE =
            LFO.add("rate", Kinds.log(Unit.MILLI_HERTZ, 10, 20_000), Lfo::rate);
    public static final Field<Track, Integer> LFO_DEPTH =
            LFO.add("depth", Kinds.whole(Unit.PERMILLE, -1000, 1000), Lfo::depth);

    public static final Field<Track, Integer> TUNE =
            SAMPLING.add("tune", Kinds.whole(Unit.CENTS, -2400, 2400), Sampling::tune);
    public static final Field<Track, Integer> START = SAMPLING.add("start", SHARE, Sampling::start);
    public static final Field<Track, Integer> ATTACK =
            SAMPLING.add("attack", Kinds.whole(Unit.MILLISECONDS, 0, 2_000), Sampling::attack);
    public static final Field<Track, Integer> RELEASE =
            SAMPLING.add("release", Kinds.whole(Unit.MILLISECONDS, 3, 5_000), Sampling::release);
    public static final Field<Track, Boolean> REVERSE = SAMPLING.add("reverse", Kinds.FLAG, Sampling::reverse);

    public static final Field<Track, Subtractive.Wave> SUB_WAVE = SUB.add(
            "wave",
            Kinds.choice(Subtractive.Wave::code, Subtractive.Wave::parse, List.of(Subtractive.Wave.values())),
            Subtractive::wave);
    public static final Field<Track, Integer> SUB_WIDTH =
            SUB.add("width", Kinds.whole(Unit.PERMILLE, 50, 950), Subtractive::width);
    public static final Field<Track, Integer> SUB_DETUNE =
            SUB.add("detune", Kinds.whole(Unit.CENTS, 0, 100), Subtractive::detune);
    public static final Field<Track, Integer> SUB_MIX = SUB.add("mix", SHARE, Subtractive::mix);
    public static final Field<Track, Integer> SUB_OCTAVE =
            SUB.add("octave", Kinds.whole(Unit.PLAIN, -2, 2), Subtractive::octave);
    public static final Field<Track, Integer> SUB_NOISE = SUB.add("noise", SHARE, Subtractive::noise);
    public static final Field<Track, Integer> SUB_CUTOFF = SUB.add("cutoff", FREQUENCY, Subtractive::cutoff);
    public static final Field<Track, Integer> SUB_RESONANCE = SUB.add("resonance", SHARE, Subtractive::resonance);
    public static final Field<Track, Integer> SUB_ENVELOPE =
            SUB.add("envelope", Kinds.whole(Unit.PERMILLE, -1000, 1000), Subtractive::envelope);
    public static final Field<Track, Integer> SUB_ATTACK = SUB.add("attack", time(0), Subtractive::attack);
    public static final Field<Track, Integer> SUB_DECAY = SUB.add("decay", time(1), Subtractive::decay);
    public static final Field<Track, Integer> SUB_SUSTAIN = SUB.add("sustain", SHARE, Subtractive::sustain);
    public static final Field<Track, Integer> SUB_RELEASE = SUB.add("release", time(3), Subtractive::release);
    public static final Field<Track, Integer> SUB_GLIDE = SUB.add("glide", time(0), Subtractive::glide);

    public static final Field<Track, Integer> FM_RATIO =
            FM.add("ratio", Kinds.log(Unit.THOUSANDTHS, 500, 10_000), Fm::ratio);
    public static final Field<Track, Integer> FM_INDEX =
            FM.add("index", Kinds.whole(Unit.THOUSANDTHS, 0, 20_000), Fm::index);

    private TrackFields() {}

    /** The whole table. */
    public static Fields<Track> table() {
        return TABLE;
    }

    /** The controls that a step can lock. */
    public static List<Field<Track, Integer>> lockable() {
        return List.of(
                VOLUME,
                PAN,
                DRIVE,
                FILTER_CUTOFF,
                FILTER_RESONANCE,
                SEND_REVERB,
                SEND_DELAY,
                SEND_CHORUS,
                DUCK_AMOUNT,
                LFO_RATE,
                LFO_DEPTH,
                TUNE,
                START,
                ATTACK,
                RELEASE,
                SUB_WIDTH,
                SUB_DETUNE,
                SUB_MIX,
                SUB_NOISE,
                SUB_CUTOFF,
                SUB_RESONANCE,
                SUB_ENVELOPE,
                SUB_ATTACK,
                SUB_DECAY,
                SUB_SUSTAIN,
                SUB_RELEASE,
                SUB_GLIDE,
                FM_RATIO,
                FM_INDEX);
    }

    private static Kind.Whole time(int least) {
        return Kinds.whole(Unit.MILLISECONDS, least, 10_000);
    }

    private static <T> Component<Track, T> component(String name, Function<Track, T> get) {
        return Component.of(Track.class, name, get);
    }
}
