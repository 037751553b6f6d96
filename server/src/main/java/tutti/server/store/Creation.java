package tutti.server.store;

/** What became of a create. */
public sealed interface Creation {
    /**
     * It is durable and begins at the birth's start.
     *
     * @param version the head's first version
     */
    record Made(long version) implements Creation {}

    /**
     * The id is taken.
     *
     * @param sameRequest whether by this very request, sent before
     */
    record There(boolean sameRequest) implements Creation {}

    /** The id is taken, and nobody can tell by which request. */
    record Damaged(Damage damage) implements Creation {}

    /** The id was taken and deleted. */
    record Buried() implements Creation {}

    /** Nobody knows whether it is durable. Ask again with the same request when the store is well. */
    record Unknown(String reason) implements Creation {}

    /** The store does not take it. Nothing of it is there. */
    record Rejected(String reason) implements Creation {}
}
