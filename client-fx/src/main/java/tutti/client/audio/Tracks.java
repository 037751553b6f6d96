package tutti.client.audio;

import java.util.function.Function;
import tutti.model.Component;
import tutti.model.FilterSettings;
import tutti.model.Instrument;
import tutti.model.Subtractive;
import tutti.model.Track;

/** Tracks with one part set, for tables of sounds. */
final class Tracks {
    static final Component<Track, String> NAME = of("name", Track::name);
    static final Component<Track, Instrument> INSTRUMENT = of("instrument", Track::instrument);
    static final Component<Track, Integer> TRANSPOSE = of("transpose", Track::transpose);
    static final Component<Track, Integer> VOLUME = of("volume", Track::volume);
    static final Component<Track, Integer> PAN = of("pan", Track::pan);
    static final Component<Track, Integer> CHOKE = of("choke", Track::choke);
    static final Component<Track, FilterSettings> FILTER = of("filter", Track::filter);
    static final Component<Track, Subtractive> SUB = of("sub", Track::sub);

    private Tracks() {}

    private static <T> Component<Track, T> of(String name, Function<Track, T> get) {
        return Component.of(Track.class, name, get);
    }

    /** A track of that instrument, all else default. */
    static Track of(Instrument instrument) {
        return INSTRUMENT.with(Track.BLANK, instrument);
    }
}
