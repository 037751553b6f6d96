package tutti.sync;

import java.util.Optional;
import tutti.model.Texts;

/** A person in a room: the hash of a secret that only that person's programs know. Public. */
public record MemberId(String text) implements Comparable<MemberId> {
    /** @throws IllegalArgumentException if the text is not an id */
    public MemberId {
        if (!Texts.id(text, Limits.ID)) {
            throw new IllegalArgumentException("not an id: 1 to " + Limits.ID + " of A-Z a-z 0-9 _ -");
        }
    }

    /** The id that {@code text} spells, or nothing. */
    public static Optional<MemberId> parse(String text) {
        return Texts.id(text, Limits.ID) ? Optional.of(new MemberId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(MemberId other) {
        return text.compareTo(other.text);
    }
}
