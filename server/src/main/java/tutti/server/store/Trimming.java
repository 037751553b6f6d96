package tutti.server.store;

/** What came of trimming a session. */
public sealed interface Trimming {
    /** It begins later now. */
    record Done(Trimmed what) implements Trimming {}

    /**
     * Nothing of it could go.
     *
     * @param why in words
     */
    record Nothing(String why) implements Trimming {}
}
