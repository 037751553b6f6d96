package tutti.sync;

import java.util.Optional;
import java.util.OptionalLong;
import tutti.model.Texts;

/** What a person did at once: all edits of one drag, one paste. What undo takes back. Made by clients. */
public record GestureId(String text) implements Comparable<GestureId> {
    private static final String RESTORE = "restore-";
    private static final String UNDO = "undo-";
    private static final String REDO = "redo-";

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

    /** The gesture of a restore: whoever reads the history later sees by its id what it was. */
    public static GestureId restore(long seq, String fresh) {
        return new GestureId(RESTORE + seq + "-" + fresh);
    }

    /** The gesture of an undo. */
    public static GestureId undo(String fresh) {
        return new GestureId(UNDO + fresh);
    }

    /** The gesture of a redo. */
    public static GestureId redo(String fresh) {
        return new GestureId(REDO + fresh);
    }

    /** The row after which things became what they were, if this is the gesture of a restore. */
    public OptionalLong restored() {
        return text.matches(RESTORE + "[0-9]{1,18}-.*")
                ? OptionalLong.of(Long.parseLong(text.substring(RESTORE.length(), text.indexOf('-', RESTORE.length()))))
                : OptionalLong.empty();
    }

    /** Whether it is that of an undo. */
    public boolean undone() {
        return text.startsWith(UNDO);
    }

    /** Whether it is that of a redo. */
    public boolean redone() {
        return text.startsWith(REDO);
    }

    @Override
    public int compareTo(GestureId other) {
        return text.compareTo(other.text);
    }
}
