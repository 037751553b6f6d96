package tutti.client.audio;

import java.util.Optional;
import tutti.model.Instrument;

/**
 * A recording of the catalogue, as its table describes it; each figure was measured on the file itself.
 *
 * @param id names it in documents, as {@code sample:<id>}
 * @param name for people
 * @param label the name of a track that gets this sound
 * @param held without a gate a note lasts its step; else it plays out
 * @param root the MIDI note that the recording sounds, where it has one
 * @param cents by which the recording is above its root
 * @param chord what it sounds beside its root, in words; empty for a single note
 * @param loudness highest momentary loudness (BS.1770, 400 ms, one channel), tenths of LUFS
 * @param peak highest sample, tenths of dBFS
 */
public record Sound(
        String id,
        String name,
        String label,
        Role role,
        boolean held,
        Optional<Integer> root,
        int cents,
        String chord,
        int loudness,
        int peak) {
    /** How a track's instrument names it. */
    public Instrument instrument() {
        return Instrument.sample(id);
    }

    /** Semitones that bring the recording to its nominal pitch; drums are left as they are. */
    double tuning() {
        return role.pitched() ? -cents / 100.0 : 0;
    }
}
