package tutti.music;

import tutti.model.Scale;
import tutti.model.Session;

/**
 * A root and a scale: which notes belong.
 *
 * @param root 0 = C to 11 = B
 * @param scale semitones above the root
 */
public record Key(int root, Scale scale) {
    /** The session's key. */
    public static Key of(Session session) {
        return new Key(session.root(), session.scale());
    }

    /** Whether the MIDI note is in the key. */
    public boolean has(int midi) {
        return scale.semitones().contains(Math.floorMod(midi - root, Notes.OCTAVE));
    }

    /** The note in the key that is nearest to {@code midi}; of two equally near, the lower. */
    public int nearest(int midi) {
        int away = 0;
        while (!has(midi - away) && !has(midi + away)) {
            away++;
        }
        return has(midi - away) ? midi - away : midi + away;
    }

    /** As people write it: {@code B♭ minor}. */
    public String text() {
        return Notes.pitchClass(root, Notes.flats(root, scale)) + " "
                + scale.code().replace('-', ' ');
    }
}
