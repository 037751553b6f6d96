package tutti.server.store;

/** Somebody does not want this copy any more. */
final class CopyStopped extends Exception {
    private static final long serialVersionUID = 1L;

    CopyStopped() {
        super("the copying was ended");
    }
}
