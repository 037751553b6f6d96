package tutti.server.store;

/** How the store is. */
public sealed interface Health {
    /** It takes writes. */
    record Well() implements Health {}

    /**
     * It takes writes, but its disk is nearly full.
     *
     * @param freeBytes what is left
     */
    record Low(long freeBytes) implements Health {}

    /** It takes none; it tries to come back. */
    record Down(String reason) implements Health {}
}
