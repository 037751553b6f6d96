package tutti.client.audio;

/** A track's instrument, ready to play. Immutable. */
sealed interface Patch {
    /** Nothing sounds. */
    Patch SILENT = new Silent();

    /** Whether a note without a gate plays to its end by itself, as drums do. */
    boolean ringsOut();

    /**
     * A recording.
     *
     * @param tuning semitones that bring the recording to its nominal pitch
     * @param skip per mille of the recording that is left out at its start
     */
    record Sampled(Pcm pcm, double tuning, int skip, boolean reverse, boolean ringsOut) implements Patch {}

    /** The subtractive voice. */
    record Subtractive(SubPatch parameters) implements Patch {
        @Override
        public boolean ringsOut() {
            return false;
        }
    }

    /** No sound chosen, or one that is not known here. */
    record Silent() implements Patch {
        @Override
        public boolean ringsOut() {
            return true;
        }
    }
}
