package tutti.sync;

import java.util.Optional;
import tutti.model.Texts;

/** What a person did at once: all edits of one drag, one paste. What undo takes back. Made by clients. */
public record GestureId(String text) implements Comparable<GestureId> {
    /** @throws IllegalArgumentException if the text is not an id */
    public GestureId {
        if (!Texts.id(text, Limits.ID)) {
            throw new IllegalArgumentException("not an id: 1 to " + Limits.ID + " of A-Z a-z 0-9 _ -");
        }
    }

    /** The id that {@code text} spells, or nothing. */
    public static Optional<GestureId> parse(String text) {
        return Texts.id(text, Limits.ID) ? Optional.of(new GestureId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(GestureId other) {
        return text.compareTo(other.text);
    }
}
