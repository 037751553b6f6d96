package tutti.client.audio;

/** What a voice is told at its start. One object, filled anew for every note. Audio thread only. */
final class Note {
    Patch sound = Patch.SILENT;
    int slot;
    /** Choke group, 0 = none. */
    int choke;
    /** The frame on which it begins. */
    long frame;
    /** Linear, velocity and accent in it. */
    float gain;
    /** What of the envelope reaches a filter, 0 to 1. */
    float force;
    /** From the sound's own pitch. */
    double semitones;
    /** Frames until it is at full strength. */
    int attack;
    /** Frames of the fade after its key is up. */
    int release;
    /** The frame on which its key goes up, or {@link Voice#NEVER}. */
    long releaseAt;
    /** The step whose tie prolongs it, or {@link Voice#NEVER}. */
    long heldFor;
    /** Of what is left to chance inside the sound. */
    int seed;
}
