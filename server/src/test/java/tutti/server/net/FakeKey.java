package tutti.server.net;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;

/** What a channel is asked for, without a system beneath. Any thread. */
final class FakeKey extends SelectionKey {
    private final SelectableChannel channel;
    private final Selector selector = new Deaf();
    private int interest = OP_READ;
    private boolean cancelled;

    FakeKey(SelectableChannel channel) {
        this.channel = channel;
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public Selector selector() {
        return selector;
    }

    @Override
    public synchronized boolean isValid() {
        return !cancelled;
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
    }

    @Override
    public synchronized int interestOps() {
        return interest;
    }

    @Override
    public synchronized SelectionKey interestOps(int ops) {
        interest = ops;
        return this;
    }

    /** Here, since a checker of orders does not see into the JDK's own lock. */
    @Override
    public synchronized int interestOpsOr(int ops) {
        int before = interest;
        interest |= ops;
        return before;
    }

    @Override
    public synchronized int interestOpsAnd(int ops) {
        int before = interest;
        interest &= ops;
        return before;
    }

    @Override
    public int readyOps() {
        return 0;
    }

    /** Sleeps never, so that nothing wakes it. */
    private static final class Deaf extends Selector {
        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public SelectorProvider provider() {
            return SelectorProvider.provider();
        }

        @Override
        public Set<SelectionKey> keys() {
            return Set.of();
        }

        @Override
        public Set<SelectionKey> selectedKeys() {
            return Set.of();
        }

        @Override
        public int selectNow() {
            return 0;
        }

        @Override
        public int select(long timeout) {
            return 0;
        }

        @Override
        public int select() {
            return 0;
        }

        @Override
        public Selector wakeup() {
            return this;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
