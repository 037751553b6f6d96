package tutti.client.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tutti.model.Instrument;
import tutti.model.Track;

/**
 * The sounds that ship with the program, the kits made of them, and what stands in for the sounds of legacy sessions.
 * Recordings are decoded when they are first asked for, never on the audio thread, and kept. Thread-safe.
 */
public final class SoundCatalogue {
    private final Map<String, Sound> sounds;
    private final List<Kit> kits;
    private final Map<String, Legacy> legacy;
    private final Map<String, Pcm> decoded = new ConcurrentHashMap<>();

    /**
     * What plays a sound of a legacy session.
     *
     * @param name the legacy sound's own
     * @param as a track that sounds like it: instrument, transposition and parameters
     */
    public record Legacy(String name, Track as) {}

    private SoundCatalogue(Map<String, Sound> sounds, List<Kit> kits, Map<String, Legacy> legacy) {
        this.sounds = sounds;
        this.kits = kits;
        this.legacy = legacy;
    }

    /** Reads the tables of this build. Blocks for a few milliseconds. */
    public static SoundCatalogue load() {
        Map<String, Sound> sounds = new LinkedHashMap<>();
        for (String[] row : Table.rows("sounds.tsv")) {
            Sound sound = sound(row);
            sounds.put(sound.id(), sound);
        }
        return new SoundCatalogue(sounds, KitTable.load(sounds), LegacyTable.load(sounds));
    }

    /** A catalogue of these sounds alone, already decoded. */
    static SoundCatalogue of(Map<Sound, Pcm> recordings) {
        Map<String, Sound> sounds = new LinkedHashMap<>();
        SoundCatalogue catalogue = new SoundCatalogue(sounds, List.of(), Map.of());
        recordings.forEach((sound, pcm) -> {
            sounds.put(sound.id(), sound);
            catalogue.decoded.put(sound.id(), pcm);
        });
        return catalogue;
    }

    private static Sound sound(String[] row) {
        Role role = Role.parse(row[3]).orElseThrow(() -> new IllegalStateException("no such role: " + row[3]));
        return new Sound(
                row[0],
                row[1],
                row[2],
                role,
                row[4].equals("held"),
                row[5].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(row[5])),
                row[6].isEmpty() ? 0 : Integer.parseInt(row[6]),
                row[7],
                Table.tenths(row[8]),
                Table.tenths(row[9]));
    }

    /** All sounds in the order of their table. */
    public List<Sound> sounds() {
        return List.copyOf(sounds.values());
    }

    /** The sound of that id. */
    public Optional<Sound> sound(String id) {
        return Optional.ofNullable(sounds.get(id));
    }

    /** The kits, the first of which a new session begins with. */
    public List<Kit> kits() {
        return kits;
    }

    /** What plays the legacy sound of that id, without {@code legacy:}. */
    Optional<Legacy> legacy(String id) {
        return Optional.ofNullable(legacy.get(id));
    }

    /** All legacy sounds that can be played, by the instruments that old sessions name. */
    public Map<Instrument, Legacy> legacy() {
        Map<Instrument, Legacy> all = new LinkedHashMap<>();
        legacy.forEach((id, sound) -> all.put(new Instrument(Instruments.LEGACY + id), sound));
        return all;
    }

    /** Ids of all legacy sounds that can be played. */
    List<String> legacyIds() {
        return List.copyOf(legacy.keySet());
    }

    /** The recording, decoded. Blocks the first time; not for the audio thread. */
    Pcm pcm(Sound sound) {
        @Nullable Pcm known = decoded.get(sound.id());
        return known != null ? known : decoded.computeIfAbsent(sound.id(), SoundCatalogue::decode);
    }

    private static Pcm decode(String id) {
        try {
            Wav wav = Wav.parse(Table.bytes(id + ".wav"));
            if (wav.rate() != Limits.RATE) {
                throw new IllegalStateException(id + " has " + wav.rate() + " frames a second");
            }
            return new Pcm(wav.mono());
        } catch (IOException e) {
            throw new UncheckedIOException(id, e);
        }
    }
}
