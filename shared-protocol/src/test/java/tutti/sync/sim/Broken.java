package tutti.sync.sim;

/** A law that did not hold, in words. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
        super(what);
    }

    static void unless(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what);
        }
    }
}
