package tutti.client.ui;

import java.util.Optional;

/**
 * Something that a person should know.
 *
 * @param id one for each notice
 * @param answer what can be done about it, as the word on its button
 */
public record Notice(long id, Tone tone, String words, Optional<String> answer) {
    /** How it weighs. */
    public enum Tone {
        PLAIN,
        BAD
    }
}
