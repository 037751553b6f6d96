package tutti.model;

import java.util.List;

/** A named choice of silent tracks that can be called up at once. */
public record MuteSet(String name, String position, boolean deleted, List<NodeId> mutes) {
    /** Nothing muted. */
    public static final MuteSet BLANK = new MuteSet("", "", false, List.of());
}
