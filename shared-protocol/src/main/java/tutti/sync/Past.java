package tutti.sync;

import tutti.model.Session;

/** What a store knows of a moment, for an edit that restores it. */
public sealed interface Past {
    /** The document as it was. */
    record Known(Session session) implements Past {}

    /** There is no such moment: before the beginning, or not yet. */
    record Nowhere() implements Past {}

    /** It cannot be read; nothing is known. */
    record Unreadable() implements Past {}

    /** Nobody asked. */
    record Unasked() implements Past {}
}
