package tutti.server.net;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads backlogs on virtual threads, a few at a time, since they may wait for the store. */
final class BacklogReader {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogReader.class);

    private final Semaphore readers = new Semaphore(Limits.BACKLOG_READERS, true);

    /**
     * Returns at once; of the two exactly one is told, whatever happens.
     *
     * @param wanted what to read
     * @param supplied run when the cursor has it
     * @param failed run when it cannot be had
     */
    void read(Cursor.Wanted wanted, Runnable supplied, Runnable failed) {
        Thread.ofVirtual().name("gateway-backlog").start(() -> {
            try {
                (answer(wanted) ? supplied : failed).run();
            } catch (RuntimeException | Error bug) {
                LOG.error("what a backlog was read for failed", bug);
                failed.run();
            }
        });
    }

    private boolean answer(Cursor.Wanted wanted) {
        readers.acquireUninterruptibly();
        try {
            List<Piece> pieces = wanted.backlog().next(wanted.position());
            checkSize(pieces);
            boolean leadsOn = wanted.cursor().supplied(wanted, pieces);
            if (!leadsOn) {
                LOG.error("the backlog has nothing after {}, which is behind the ring", wanted.position());
            }
            return leadsOn;
        } catch (Exception | Error e) {
            LOG.error("the backlog after {} cannot be read", wanted.position(), e);
            return false;
        } finally {
            readers.release();
        }
    }

    private static void checkSize(List<Piece> pieces) {
        long bytes = pieces.stream().mapToLong(p -> p.frame().size()).sum();
        if (pieces.size() > Limits.BACKLOG_FRAMES
                || bytes > Limits.BACKLOG_BYTES + 2L * tutti.sync.Limits.SERVER_FRAME) {
            throw new IllegalStateException("a backlog of " + pieces.size() + " frames, " + bytes + " bytes at once");
        }
    }
}
