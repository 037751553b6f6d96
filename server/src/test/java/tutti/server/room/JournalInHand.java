package tutti.server.room;

import java.util.ArrayDeque;
import java.util.Deque;
import tutti.server.store.Journal;

/** A journal that writes, and tells, on a test's thread and when the test lets it. For one thread. */
abstract class JournalInHand implements Journal {
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    /** From now on writes wait until {@link #release}. */
    final void hold() {
        holding = true;
    }

    /** What waits is written now, in order. */
    final void release() {
        holding = false;
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }

    /** Does it now, or when what waits is released. */
    final void write(Runnable work) {
        if (holding) {
            held.add(work);
        } else {
            work.run();
        }
    }
}
