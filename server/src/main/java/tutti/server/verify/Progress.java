package tutti.server.verify;

/** Is told how far a long piece of work has come, and says whether it shall go on. */
@FunctionalInterface
public interface Progress {
    /**
     * {@code done} of {@code all} things are done.
     *
     * @return false to end it here
     */
    boolean at(int done, int all);
}
