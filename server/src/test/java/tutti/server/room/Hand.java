package tutti.server.room;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/** Clock, timers and threads in a test's hand: nothing runs and no time passes unless the test says so. */
final class Hand implements RoomTime, Timers, Executor {
    private record Timer(long at, Runnable what) {}

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::at));
    private final Deque<Runnable> errands = new ArrayDeque<>();
    private boolean slow;
    private Runnable meanwhile = () -> {};
    private long micros = 1_000_000;
    private long setBack;

    @Override
    public long micros() {
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        return micros;
    }

    /** Happens the next time that anybody looks at the clock: in the middle of a turn. */
    void meanwhile(Runnable what) {
        meanwhile = what;
    }

    @Override
    public long wall() {
        return 1_700_000_000_000L + micros / 1_000 - setBack;
    }

    /** From now on the time of day is moved back by so much, all in all. */
    void setWallBack(long millis) {
        setBack += millis;
    }

    @Override
    public void after(long delay, Runnable what) {
        timers.add(new Timer(micros + delay, what));
    }

    @Override
    public void execute(Runnable what) {
        waiting.add(what);
    }

    /** What may block goes here. */
    void errand(Runnable what) {
        (slow ? errands : waiting).add(what);
    }

    /** From now on errands take until {@link #finish}. */
    void slow() {
        slow = true;
    }

    /** The errands that were begun are done, and so are further ones, at once. */
    void finish() {
        slow = false;
        waiting.addAll(errands);
        errands.clear();
        run();
    }

    /** Runs all that can run without time passing. */
    void run() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** Lets so many seconds pass, and whatever is due. */
    void seconds(double seconds) {
        long end = micros + Math.round(seconds * 1_000_000);
        run();
        while (!timers.isEmpty() && timers.peek().at() <= end) {
            Timer next = timers.remove();
            micros = Math.max(micros, next.at());
            next.what().run();
            run();
        }
        micros = end;
        run();
    }
}
