package tutti.sync;

import java.util.Optional;
import tutti.model.Texts;

/** One client's numbered queue of edits. Random, told to nobody but the server. */
public record OutboxId(String text) implements Comparable<OutboxId> {
    /** @throws IllegalArgumentException if the text is not an id */
    public OutboxId {
        if (!Texts.id(text, Limits.ID)) {
            throw new IllegalArgumentException("not an id: 1 to " + Limits.ID + " of A-Z a-z 0-9 _ -");
        }
    }

    /** The id that {@code text} spells, or nothing. */
    public static Optional<OutboxId> parse(String text) {
        return Texts.id(text, Limits.ID) ? Optional.of(new OutboxId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(OutboxId other) {
        return text.compareTo(other.text);
    }
}
