package tutti.client.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tutti.model.Instrument;

/**
 * The sounds that can be chosen here.
 *
 * @param legacy those that only old sessions name: they play, but nobody is offered them
 */
public record Catalogue(List<Sound> sounds, List<Kit> kits, List<Sound> legacy) {
    /** Without sounds of old sessions. */
    public Catalogue(List<Sound> sounds, List<Kit> kits) {
        this(sounds, kits, List.of());
    }

    /**
     * @param family "Kick", "Hat", "Bass" …: what a kit swap goes by and how the picker is ordered
     * @param root MIDI note that it sounds at pitch 0 (60 = C4)
     * @param pitched whether people think of it as notes
     */
    public record Sound(Instrument instrument, String name, String family, int root, boolean pitched) {}

    /** The sounds of each family that it covers, in its own order. */
    public record Kit(String name, Map<String, List<Instrument>> sounds) {}

    /**
     * What a track names that is not known here, and so stays silent: what people can call it, without the word for
     * where it would come from. Nothing if it is known, or no sound is chosen.
     */
    public Optional<String> missing(Instrument instrument) {
        String code = instrument.code();
        return instrument.equals(Instrument.NONE) || find(instrument).isPresent()
                ? Optional.empty()
                : Optional.of(code.substring(code.startsWith("legacy:") || code.startsWith("sample:") ? 7 : 0));
    }

    /** Said of a sound that is missing. */
    public static String missingWords(String sound) {
        return "The sound “" + sound + "” is missing here, so this track is silent";
    }

    /** What is known of an instrument. */
    public Optional<Sound> find(Instrument instrument) {
        return Stream.concat(sounds.stream(), legacy.stream())
                .filter(s -> s.instrument().equals(instrument))
                .findFirst();
    }
}
