package tutti.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the store into a new file: copies it while it works, then takes a turn of the writer, in which the copy
 * catches up, is proven and becomes the store. Used once.
 */
final class Rewriting implements Turn {
    /** What is left of the old file. */
    private record Moved(Connection writer, ReaderPool readers, Copied.Done done) {}

    private static final Logger LOG = LoggerFactory.getLogger(Rewriting.class);
    private static final int RETIRE_SECONDS = 10;

    private final StoreFolder folder;
    private final H2Mode mode;
    private final Readers readers;
    private final LongSupplier nanos;
    private final Path old;
    private final Path fresh;
    private final CompletableFuture<Moved> moved = new CompletableFuture<>();
    private @Nullable Copier copier;
    private @Nullable ReaderPool pool;
    /** Whether the pointer may name the new file already. */
    private volatile boolean pointed;

    Rewriting(StoreFolder folder, H2Mode mode, Readers readers, LongSupplier nanos) {
        this.folder = folder;
        this.mode = mode;
        this.readers = readers;
        this.nanos = nanos;
        this.old = folder.store();
        this.fresh = folder.fresh();
    }

    /** Does all of it; blocks. On the copyist's thread. */
    Copied run(Intake intake, Progress progress, BooleanSupplier unwanted) throws IOException {
        try {
            Moved left = move(intake, progress, unwanted);
            tidy(left);
            return left.done();
        } catch (CopyStopped unwantedNow) {
            discard();
            return new Copied.Cancelled();
        } catch (SQLException failed) {
            discard();
            throw new StoreDown("the store could not be rewritten: " + failed.getMessage(), failed);
        } catch (IOException | RuntimeException failed) {
            discard();
            throw failed;
        }
    }

    private Moved move(Intake intake, Progress progress, BooleanSupplier unwanted)
            throws IOException, SQLException, CopyStopped {
        Connection source = mode.connect(old);
        try (Copier copying = Copier.open(mode, source, fresh, folder.storeId(), progress, unwanted)) {
            copying.follow();
            copier = copying;
            pool = ReaderPool.open(mode, fresh);
            folder.force();
            copying.settle(); // all that takes time is done; what remains is what moves from now on
            intake.offer(this);
            return await();
        } finally {
            if (pool != null && !pointed) {
                pool.close();
            }
        }
    }

    /** Nobody interrupts this thread. */
    private Moved await() throws IOException, SQLException, CopyStopped {
        try {
            return moved.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case null -> throw new StoreDown("the store could not be rewritten", failed);
                case IOException known -> throw known;
                case SQLException known -> throw known;
                case CopyStopped known -> throw known;
                case Throwable other -> throw new StoreDown("the store could not be rewritten: " + other, other);
            }
        } catch (InterruptedException stop) {
            throw new StoreDown("the copyist was interrupted", stop);
        }
    }

    @Override
    public Opened take(Opened store, long position) throws IOException {
        long from = nanos.getAsLong();
        Copier copying = Objects.requireNonNull(copier);
        WriteTables tables;
        Copied.Done done;
        try {
            mustBe(position, copying.last());
            store.witness().moved(position);
            tables = WriteTables.on(copying.target());
            done = copying.done();
        } catch (Throwable failed) {
            moved.completeExceptionally(failed);
            return store;
        }
        Connection writer = copying.keep();
        point(writer);
        ReaderPool before = readers.moveTo(Objects.requireNonNull(pool));
        moved.complete(new Moved(store.writer(), before, done.after(nanos.getAsLong() - from)));
        return store.movedTo(writer, tables);
    }

    private static void mustBe(long position, long copied) throws StoreDamaged {
        if (position != copied) {
            throw new StoreDamaged("the copy", "it is at position " + copied + ", the store at " + position);
        }
    }

    /** From here on there is no way back: if this fails it is not known which file the pointer names. */
    private void point(Connection writer) throws IOException {
        pointed = true;
        try {
            folder.switchTo(fresh);
        } catch (IOException | RuntimeException unsure) {
            Opened.shut(writer);
            moved.completeExceptionally(unsure);
            throw unsure;
        }
    }

    @Override
    public void refused() {
        moved.completeExceptionally(new CopyStopped());
    }

    /** The old file goes when nobody reads it any more; what cannot be removed now goes with the next start. */
    private void tidy(Moved left) {
        if (!left.readers().retire(RETIRE_SECONDS)) {
            LOG.warn("a read of the old file takes long, and is ended");
        }
        try {
            left.readers().close();
            Opened.shut(left.writer());
            folder.delete(old);
        } catch (IOException | SQLException failed) {
            LOG.warn("the old file of the store stays until the next start", failed);
        }
    }

    private void discard() {
        if (pointed) {
            return;
        }
        try {
            folder.delete(fresh);
        } catch (IOException failed) {
            LOG.warn("a file that was begun stays until the next start", failed);
        }
    }
}
