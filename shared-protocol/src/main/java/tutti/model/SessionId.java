package tutti.model;

import java.util.Optional;

/** Names a session on a server. Made by clients; 1 to 64 of {@code A-Z a-z 0-9 _ -}, so it is safe as a file name. */
public record SessionId(String text) implements Comparable<SessionId> {
    /** @throws IllegalArgumentException if the text is not an id */
    public SessionId {
        if (!Texts.id(text, Limits.SESSION_ID)) {
            throw new IllegalArgumentException("not a session id: 1 to 64 of A-Z a-z 0-9 _ -");
        }
    }

    /** The id that {@code text} spells, or nothing. */
    public static Optional<SessionId> parse(String text) {
        return Texts.id(text, Limits.SESSION_ID) ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(SessionId other) {
        return text.compareTo(other.text);
    }
}
