package tutti.server.store;

/** Follows a store's rewriting or backup, and can end it. Called on a thread of the store's; must not block. */
@FunctionalInterface
public interface Progress {
    /** Nobody follows, nobody ends it. */
    Progress SILENT = (rows, all) -> true;

    /**
     * So many rows are copied.
     *
     * @param rows of all sessions, so far
     * @param all that there were when it began
     * @return false to end it: what was copied is removed, and the store is as it was
     */
    boolean on(long rows, long all);
}
