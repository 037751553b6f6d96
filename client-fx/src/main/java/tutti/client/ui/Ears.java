package tutti.client.ui;

import java.util.Set;
import tutti.model.NodeId;

/**
 * What only I hear, never in the document.
 *
 * @param solo tracks that I hear alone; none: all
 * @param mute tracks that I do not hear
 * @param silent whether I hear nothing, still in time
 * @param level my level, milli-decibels, −60000 to 6000
 * @param click whether I hear the metronome
 * @param latencyMillis from the engine to the loudspeaker, as far as is known
 */
public record Ears(
        Set<NodeId> solo,
        Set<NodeId> mute,
        boolean silent,
        int level,
        boolean click,
        Output output,
        int latencyMillis) {
    /** Where this window's sound goes. */
    public enum Output {
        HERE,
        ELSEWHERE,
        NONE
    }

    /** Whether I hear that track, as far as I am concerned. */
    public boolean hears(NodeId track) {
        return !silent && (solo.isEmpty() ? !mute.contains(track) : solo.contains(track));
    }
}
