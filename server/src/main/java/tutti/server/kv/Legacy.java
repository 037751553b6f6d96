package tutti.server.kv;

import tutti.server.store.Bytes;

/** The answer to looking for a legacy record. Its file is never changed. */
public sealed interface Legacy {
    /** The record's text, as it lies there. */
    record Found(Bytes text) implements Legacy {}

    /** There is none. */
    record Absent() implements Legacy {}

    /**
     * There is one that cannot be taken: too large, or the disk failed.
     *
     * @param reason in words for the operator
     */
    record Unreadable(String reason) implements Legacy {}
}
