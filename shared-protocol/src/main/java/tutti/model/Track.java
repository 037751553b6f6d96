package tutti.model;

import java.util.List;
import java.util.Optional;

/**
 * A sound and its place in the mix. Solo and "my level" belong to each listener and stand nowhere in here.
 *
 * @param name what people call it; may be empty
 * @param colour index of the palette, 0 to 7
 * @param position key among its siblings
 * @param deleted left out of every view; its content stays
 * @param instrument what makes the sound; a reference that nobody knows is kept, shown as missing, and silent
 * @param transpose semitones from the sound's own pitch, −24 to 24
 * @param choke tracks of one group from 1 to 16 cut one another off; 0 = none
 * @param samples content hashes of the listener's own sounds
 * @param volume milli-decibels
 * @param pan per mille, −1000 left to 1000 right
 * @param mute silent for the whole room
 * @param swing per mille of half a unit; null: the room's
 * @param drive milli-decibels
 */
public record Track(
        String name,
        int colour,
        String position,
        boolean deleted,
        Instrument instrument,
        int transpose,
        int choke,
        List<String> samples,
        int volume,
        int pan,
        boolean mute,
        Optional<Integer> swing,
        int drive,
        FilterSettings filter,
        Sends sends,
        Duck duck,
        Lfo lfo,
        Sampling sampling,
        Subtractive sub,
        Fm fm) {
    /** All defaults: nameless, silent. */
    public static final Track BLANK = new Track(
            "",
            0,
            "",
            false,
            Instrument.NONE,
            0,
            0,
            List.of(),
            -6_000,
            0,
            false,
            Optional.empty(),
            0,
            FilterSettings.BLANK,
            Sends.BLANK,
            Duck.BLANK,
            Lfo.BLANK,
            Sampling.BLANK,
            Subtractive.BLANK,
            Fm.BLANK);
}
