package tutti.client.audio;

import tutti.model.NodeId;

/**
 * A track as the engine needs it. Immutable.
 *
 * @param id the document's
 * @param choke group, 0 = none
 * @param transpose semitones added to every note, fine tuning included
 * @param attack frames
 * @param release frames of a recording's fade after its gate
 * @param seed tells this track's noise from another's
 */
record TrackScore(
        NodeId id, Patch patch, Strip strip, int choke, double transpose, int attack, int release, int seed) {}
