package tutti.server;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** Small concurrent programs over one of our structures, run in every order that a bound allows. */
public final class Interleavings {
    private static final int THREADS = 2;

    private Interleavings() {}

    /**
     * Fails with the order in which {@code structure} does what it could not do one call at a time. One call a thread
     * leaves so few orders that a few hundred are all of them with one switch.
     */
    public static void check(Class<?> structure, int calls, int programs, int orders) {
        new ModelCheckingOptions()
                .threads(THREADS)
                .actorsPerThread(calls)
                .actorsBefore(calls - 1)
                .actorsAfter(calls - 1)
                .iterations(programs)
                .invocationsPerIteration(orders)
                .check(structure);
    }
}
