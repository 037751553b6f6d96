package tutti.model;

import java.util.List;

/**
 * A named choice of silent tracks that can be called up at once.
 *
 * @param name what people call it; may be empty
 * @param position key among its siblings
 * @param deleted left out of every view; its content stays
 * @param mutes the tracks that are silent
 */
public record MuteSet(String name, String position, boolean deleted, List<NodeId> mutes) {
    /** Nothing muted. */
    public static final MuteSet BLANK = new MuteSet("", "", false, List.of());
}
