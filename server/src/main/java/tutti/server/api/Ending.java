package tutti.server.api;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** While it is open, Ctrl+C ends what is under way and waits until it is tidied. */
final class Ending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final int TIDY_SECONDS = 20;

    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "tutti-end");
    private volatile boolean wanted;

    Ending() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        wanted = true;
        try {
            if (!tidied.await(TIDY_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("what was begun could not be removed in time");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the end is wanted. */
    boolean wanted() {
        return wanted;
    }

    /** Takes lines, and has an error as soon as the end is wanted. */
    PrintWriter writer(Consumer<String> lines) {
        return new PrintWriter(Writer.nullWriter()) {
            @Override
            public void println(String line) {
                lines.accept(line);
            }

            @Override
            public boolean checkError() {
                return wanted;
            }
        };
    }

    @Override
    public void close() {
        tidied.countDown();
        if (!wanted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
