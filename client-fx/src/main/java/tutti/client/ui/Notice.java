package tutti.client.ui;

import java.util.List;
import java.util.Optional;

/**
 * Something that a person should know.
 *
 * @param id one for each notice
 * @param answer what can be done about it, as the word on its button
 * @param details what there is to read of it besides, in lines; mostly nothing
 */
public record Notice(long id, Tone tone, String words, Optional<String> answer, List<String> details) {
    /** Keeps a copy. */
    public Notice {
        details = List.copyOf(details);
    }

    /** One that says everything in its words. */
    public Notice(long id, Tone tone, String words, Optional<String> answer) {
        this(id, tone, words, answer, List.of());
    }

    /** How it weighs. */
    public enum Tone {
        PLAIN,
        BAD
    }
}
