package tutti.server.verify;

import java.util.List;

/**
 * What became of one file that was to be brought over.
 *
 * @param file its name
 * @param end how it ended
 * @param words what is to be said of it: what could not be kept as it was, or why it was refused
 */
public record Brought(String file, End end, List<String> words) {
    /** How it ended. */
    public enum End {
        /** A legacy record became a session. */
        ADOPTED,
        /** A KV file of ours became a session, whose history begins anew at its seq. */
        RESTORED,
        /** There is such a session; nothing was done to it. */
        THERE,
        /** It was not taken; the store is as if it had not been there. */
        REFUSED
    }

    /** Keeps a copy. */
    public Brought {
        words = List.copyOf(words);
    }
}
