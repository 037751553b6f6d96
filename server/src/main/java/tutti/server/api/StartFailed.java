package tutti.server.api;

/** A server cannot be started; the message is one line that says what to do about it. */
public final class StartFailed extends Exception {
    private static final long serialVersionUID = 1L;

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
