package tutti.server.store;

/** Waiting that an interrupt does not end, because what is waited for must not be left half done. */
final class Uninterrupted {
    /** A wait with a bound of its own; true if what was waited for came. */
    interface Wait {
        boolean run() throws InterruptedException;
    }

    private Uninterrupted() {}

    /** Waits, anew after each interrupt, and leaves the interrupt standing for the caller. */
    static boolean await(Wait wait) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.run();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
