package tutti.server.store;

/** What became of a write to a session that exists. */
public sealed interface Outcome {
    /**
     * It is durable: synced, and told only now.
     *
     * @param version the head's version from now on
     */
    record Committed(long version) implements Outcome {}

    /** Nobody knows whether it is durable. Answer nothing, drop the state, reload when the store is well. */
    record Unknown(String reason) implements Outcome {}

    /** The store does not take this write, while others passed. Nothing of it is there. */
    record Rejected(String reason) implements Outcome {}

    /** The head is not where the writer thought: it was replaced, or the session is buried. Nothing of it is there. */
    record Fenced() implements Outcome {}
}
