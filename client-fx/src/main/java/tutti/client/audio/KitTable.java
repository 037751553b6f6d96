package tutti.client.audio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tutti.model.Track;

/**
 * Reads {@code kits.tsv}: a row a track, with id and name of its kit, sound, volume in dB, pan per mille, choke group.
 */
final class KitTable {
    private KitTable() {}

    static List<Kit> load(Map<String, Sound> sounds) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<Track>> slots = new LinkedHashMap<>();
        for (String[] row : Table.rows("kits.tsv")) {
            names.putIfAbsent(row[0], row[1]);
            slots.computeIfAbsent(row[0], id -> new ArrayList<>()).add(track(sounds, row));
        }
        List<Kit> kits = new ArrayList<>();
        names.forEach((id, name) -> kits.add(new Kit(id, name, slots.getOrDefault(id, List.of()))));
        return List.copyOf(kits);
    }

    private static Track track(Map<String, Sound> sounds, String[] row) {
        Sound sound = sounds.get(row[2]);
        if (sound == null) {
            throw new IllegalStateException("a kit names a sound that is not there: " + row[2]);
        }
        Track track = Tracks.NAME.with(Tracks.of(sound.instrument()), sound.label());
        track = Tracks.VOLUME.with(track, Integer.parseInt(row[3]) * 1_000);
        track = Tracks.PAN.with(track, Integer.parseInt(row[4]));
        return Tracks.CHOKE.with(track, Integer.parseInt(row[5]));
    }
}
