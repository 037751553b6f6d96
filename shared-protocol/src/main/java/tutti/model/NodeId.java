package tutti.model;

import java.util.Optional;

/**
 * Names a track, section, mute set or moment inside its session. Made by clients; 1 to 40 of {@code A-Z a-z 0-9 _ -}.
 */
public record NodeId(String text) implements Comparable<NodeId> {
    /** @throws IllegalArgumentException if the text is not an id */
    public NodeId {
        if (!Texts.id(text, Limits.NODE_ID)) {
            throw new IllegalArgumentException("not a node id: 1 to 40 of A-Z a-z 0-9 _ -");
        }
    }

    /** The id that {@code text} spells, or nothing. */
    public static Optional<NodeId> parse(String text) {
        return Texts.id(text, Limits.NODE_ID) ? Optional.of(new NodeId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(NodeId other) {
        return text.compareTo(other.text);
    }
}
