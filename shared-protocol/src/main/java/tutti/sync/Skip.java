package tutti.sync;

import java.util.Optional;
import tutti.edit.Refusal;

/**
 * A property that an undo left alone.
 *
 * @param where path of its place
 * @param tag its field
 * @param by who put it last, if that is why
 * @param why what speaks against putting it, if that is why
 */
public record Skip(String where, String tag, Optional<MemberId> by, Optional<Refusal.Reason> why) {}
