package tutti.client.audio;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tutti.model.Instrument;
import tutti.model.Subtractive;
import tutti.model.Subtractive.Wave;
import tutti.model.Track;

/**
 * Reads {@code legacy-sounds.tsv}: what plays each sound of a legacy session. A row has the legacy id, its name, an
 * instrument, a transposition, and parameters of the subtractive voice as {@code tag=value}. Looked up only when it
 * plays, so that a better sound can serve an old record later.
 */
final class LegacyTable {
    private LegacyTable() {}

    static Map<String, SoundCatalogue.Legacy> load(Map<String, Sound> sounds) {
        Map<String, SoundCatalogue.Legacy> table = new LinkedHashMap<>();
        for (String[] row : Table.rows("legacy-sounds.tsv")) {
            String sample = row[2].startsWith(Instruments.SAMPLE) ? row[2].substring(Instruments.SAMPLE.length()) : "";
            if (!sample.isEmpty() && !sounds.containsKey(sample)) {
                throw new IllegalStateException("stands for " + row[0] + " but is not there: " + sample);
            }
            Track track = Tracks.TRANSPOSE.with(Tracks.of(new Instrument(row[2])), Integer.parseInt(row[3]));
            track = row[4].isEmpty() ? track : Tracks.SUB.with(track, parameters(row[4]));
            table.put(row[0], new SoundCatalogue.Legacy(row[1], track));
        }
        return table;
    }

    private static Subtractive parameters(String cell) {
        Map<String, String> named = new HashMap<>();
        for (String parameter : cell.split(" ", -1)) {
            String[] pair = parameter.split("=", -1);
            named.put(pair[0], pair[1]);
        }
        Subtractive blank = Subtractive.BLANK;
        String wave = named.remove("sub.wave");
        Subtractive read = new Subtractive(
                wave == null ? blank.wave() : Wave.parse(wave).orElseThrow(),
                take(named, "width", blank.width()),
                take(named, "detune", blank.detune()),
                take(named, "mix", blank.mix()),
                take(named, "octave", blank.octave()),
                take(named, "noise", blank.noise()),
                take(named, "cutoff", blank.cutoff()),
                take(named, "resonance", blank.resonance()),
                take(named, "envelope", blank.envelope()),
                take(named, "attack", blank.attack()),
                take(named, "decay", blank.decay()),
                take(named, "sustain", blank.sustain()),
                take(named, "release", blank.release()),
                take(named, "glide", blank.glide()));
        if (!named.isEmpty()) {
            throw new IllegalStateException("no such parameters: " + named.keySet());
        }
        return read;
    }

    private static int take(Map<String, String> named, String tag, int fallback) {
        String value = named.remove("sub." + tag);
        return value == null ? fallback : Integer.parseInt(value);
    }
}
