package tutti.server.api;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened, to be closed in the reverse order, each whatever the others do. Closes once. Thread-safe. */
final class Closers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closers.class);

    /** Closes something; may fail. */
    @FunctionalInterface
    interface Closer {
        void close() throws Exception;
    }

    private final Deque<Closer> opened = new ArrayDeque<>();

    synchronized void add(Closer closer) {
        opened.push(closer);
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.error("something did not close cleanly", e);
            }
        }
    }
}
