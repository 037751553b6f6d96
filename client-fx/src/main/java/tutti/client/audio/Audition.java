package tutti.client.audio;

/**
 * A single note to be heard beside the room's mix: a sound that is pointed at, a cell that is set while nothing plays.
 *
 * @param semitones from the sound's own pitch
 * @param velocity 1 to 127
 */
public record Audition(TrackScore track, int semitones, int velocity) {}
