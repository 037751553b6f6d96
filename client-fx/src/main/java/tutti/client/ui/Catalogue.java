package tutti.client.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.model.Instrument;

/** The sounds that can be chosen here. */
public record Catalogue(List<Sound> sounds, List<Kit> kits) {
    /**
     * @param family "Kick", "Hat", "Bass" …: what a kit swap goes by and how the picker is ordered
     * @param root MIDI note that it sounds at pitch 0 (60 = C4)
     * @param pitched whether people think of it as notes
     */
    public record Sound(Instrument instrument, String name, String family, int root, boolean pitched) {}

    /** A sound for each family that it covers. */
    public record Kit(String name, Map<String, Instrument> sounds) {}

    /** What is known of an instrument. */
    public Optional<Sound> find(Instrument instrument) {
        return sounds.stream().filter(s -> s.instrument().equals(instrument)).findFirst();
    }
}
