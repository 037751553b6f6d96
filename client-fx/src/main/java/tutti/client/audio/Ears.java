package tutti.client.audio;

import java.util.Set;
import tutti.model.NodeId;

/**
 * What one listener has set for their own ears: never in the document, never exported. Immutable.
 *
 * @param level milli-decibels, after the room's master
 * @param click whether the metronome sounds
 * @param muted tracks that I do not want to hear
 * @param solo if there are any, the only tracks that I want to hear
 */
public record Ears(int level, boolean click, Set<NodeId> muted, Set<NodeId> solo) {
    /** A machine's first start: −6 dB, everything heard, no click. */
    public static final Ears FIRST = new Ears(-6_000, false, Set.of(), Set.of());

    /** Copies the sets. */
    public Ears {
        muted = Set.copyOf(muted);
        solo = Set.copyOf(solo);
    }

    /** The one place that says whether I hear a track, whatever the room does with it. */
    public boolean hear(NodeId track) {
        return solo.isEmpty() ? !muted.contains(track) : solo.contains(track);
    }
}
