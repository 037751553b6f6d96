package tutti.sync;

import java.util.Optional;
import tutti.model.PatternSlot;

/**
 * Something that was asked of the transport and came about.
 *
 * @param at room time in microseconds
 * @param by who asked
 * @param pattern that plays from then on; none when the room falls silent
 */
public record Landing(Kind kind, long at, MemberId by, Optional<PatternSlot> pattern) {
    /** What came about. */
    public enum Kind {
        /** A run began. */
        PLAY,
        /** Another pattern took over. */
        LAUNCH,
        /** The run ended. */
        STOP
    }
}
