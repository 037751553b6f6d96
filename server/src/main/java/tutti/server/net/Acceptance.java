package tutti.server.net;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether newcomers are let in. The library closes its listener for ever when {@code accept} fails, as it does while
 * the process can open no file more; so nobody is accepted then, the newcomers wait in the system's queue, and who is
 * in notices nothing.
 */
final class Acceptance {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

    /** So many handles must be free: the threads beside this one would have to take all before {@code accept} does. */
    private static final int SPARE = 8;

    /** Listens by that selector; a {@link CancelledKeyException} says that it has not let go of the last time yet. */
    @FunctionalInterface
    interface Listening {
        /** From now on. */
        void by(Selector selector) throws IOException;
    }

    private final Listening listening;
    private final BooleanSupplier spare;
    private volatile @Nullable Selector paused;

    /** @param spare whether there are handles to spare; asked for each newcomer, and by the sweep while nobody comes */
    Acceptance(Listening listening, BooleanSupplier spare) {
        this.listening = listening;
        this.spare = spare;
    }

    /** Whether the process can open some files more. */
    static boolean hasHandles() {
        List<SocketChannel> opened = new ArrayList<>();
        try {
            while (opened.size() < SPARE) {
                opened.add(SocketChannel.open());
            }
            return true;
        } catch (IOException none) {
            LOG.debug("no file can be opened", none);
            return false;
        } finally {
            opened.forEach(Acceptance::close);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException stuck) {
            LOG.warn("a socket that was never connected did not close", stuck);
        }
    }

    /** Whether the library may accept now; if not, it forgets that it listens. Selector thread. */
    boolean isOpen(SelectionKey listening) {
        if (spare.getAsBoolean()) {
            return true;
        }
        LOG.warn("no file handle is left: nobody new is let in until there is");
        Selector selector = listening.selector();
        // The library does so once it is told, which is too late: the sweep would find that it still listens.
        listening.cancel();
        paused = selector;
        return false;
    }

    /** Listens again if it can. Sweeper thread. */
    void resume() throws IOException {
        Selector selector = paused;
        if (selector == null || !spare.getAsBoolean()) {
            return;
        }
        // Before it listens, since from then on it may be paused anew.
        paused = null;
        try {
            listening.by(selector);
            LOG.info("there are file handles again: newcomers are let in");
        } catch (CancelledKeyException notForgotten) {
            LOG.debug("the selector has not let go of the listener yet", notForgotten);
            paused = selector;
        }
        selector.wakeup();
    }
}
