package tutti.client.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import tutti.client.state.SessionLoop;

/**
 * The room that this window is in: one at a time, and of those that were asked for the one that was asked for last.
 * Any thread.
 */
final class Door implements AutoCloseable {
    /** Where somebody wants to go; finds out first what is not known. Blocks. */
    interface Way {
        Home find() throws IOException;
    }

    /** Opens the session of a room. */
    interface Opening {
        SessionLoop open(Home there) throws IOException;
    }

    private final Opening opening;
    private final Runnable leaving;
    private final ReentrantLock one = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    /** The turn of who came in last. */
    private long entered;

    private volatile Optional<SessionLoop> loop = Optional.empty();
    private volatile Optional<Home> home = Optional.empty();

    /** @param leaving is done with the old room gone and the next one not there yet; may block */
    Door(Opening opening, Runnable leaving) {
        this.opening = opening;
        this.leaving = leaving;
    }

    /** Takes a turn; to be taken when a person asks, not when that was looked into. */
    long turn() {
        return asked.incrementAndGet();
    }

    /** Whether nobody has asked for another room since that turn was taken. */
    boolean isLast(long turn) {
        return turn == asked.get();
    }

    /** Where this window is, or goes; nowhere before it is decided. */
    Optional<Home> home() {
        return home;
    }

    /** The session that is open. */
    Optional<SessionLoop> loop() {
        return loop;
    }

    /** Leaves the open session and goes to that one, unless a later turn has come in already. Blocks. */
    void enter(long turn, Home there) throws IOException {
        one.lock();
        try {
            if (turn >= entered) {
                entered = turn;
                home = Optional.of(there);
                leave();
                leaving.run();
                loop = Optional.of(opening.open(there));
            }
        } finally {
            one.unlock();
        }
    }

    private void leave() {
        Optional<SessionLoop> old = loop;
        loop = Optional.empty();
        old.ifPresent(SessionLoop::close);
    }

    /** Leaves, and lets nobody in any more. Blocks. */
    @Override
    public void close() {
        one.lock();
        try {
            entered = Long.MAX_VALUE;
            leave();
        } finally {
            one.unlock();
        }
    }
}
