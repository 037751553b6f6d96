package tutti.server.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tutti.server.room.StoreBell;
import tutti.server.store.FolderHeld;
import tutti.server.store.H2Journal;
import tutti.server.store.Journal;
import tutti.server.store.StoreDamaged;
import tutti.server.verify.Brought;
import tutti.server.verify.Importer;

/**
 * Brings a folder over: ends with 0 if all of it is there now, with 3 if something was refused or it was ended before
 * its time, with 1 if nothing could be done. Ctrl+C ends it after the file that it is at.
 */
@Command(
        name = "import",
        description = "Brings a folder over: records of the old web system, or KV files whose store was lost.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int NOT_ALL = 3;
    /** Files between two words of progress. */
    private static final int STRIDE = 100;

    private static final int LAST_FILE_SECONDS = 60;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The folder with the files, each <id>.json; its legacy folder too.")
    private Path from = Path.of("");

    @Mixin
    private DataOption options = new DataOption();

    @Option(names = "--verbose", description = "Says something of each file, and not of the refused ones alone.")
    private boolean verbose;

    private final AtomicBoolean ended = new AtomicBoolean();

    @Override
    public Integer call() {
        Path folder = options.folder();
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> end(done), "tutti-import-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return brought(folder);
        } finally {
            done.countDown();
            if (!ended.get()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    /** On a signal: waits for the file that it is at. */
    private void end(CountDownLatch done) {
        ended.set(true);
        try {
            if (!done.await(LAST_FILE_SECONDS, TimeUnit.SECONDS)) {
                spec.commandLine().getErr().println("tutti-server: the last file takes too long");
            }
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
    }

    private int brought(Path folder) {
        if (!Files.isDirectory(from)) {
            return failed(from + " is no folder");
        }
        try (Journal journal = H2Journal.open(folder, new StoreBell())) {
            return told(folder, new Importer(journal).all(from, this::progress));
        } catch (FolderHeld held) {
            return failed(held.getMessage() + ": stop it first, or import into another folder");
        } catch (StoreDamaged damaged) {
            return failed("what lies in " + folder + " is damaged, nothing was changed: " + damaged.damage()
                    + "; put the damaged store aside, then import the folder kv into a new one");
        } catch (IOException failed) {
            return failed(StartFailed.words(failed));
        }
    }

    private int failed(String words) {
        spec.commandLine().getErr().println("tutti-server: " + words);
        return FAILED;
    }

    private boolean progress(int done, int all) {
        if (done > 0 && done % STRIDE == 0) {
            spec.commandLine().getErr().println(done + " of " + all + " files");
        }
        return !ended.get();
    }

    private int told(Path folder, List<Brought> all) {
        PrintWriter out = spec.commandLine().getOut();
        Map<Brought.End, Integer> counts = new EnumMap<>(Brought.End.class);
        for (Brought one : all) {
            counts.merge(one.end(), 1, Integer::sum);
            if (verbose || one.end() == Brought.End.REFUSED) {
                out.println(one.file() + ": " + word(one.end()));
                one.words().forEach(words -> out.println("  " + words));
            }
        }
        int refused = counts.getOrDefault(Brought.End.REFUSED, 0);
        out.println(folder + ": " + counts.getOrDefault(Brought.End.ADOPTED, 0) + " adopted, "
                + counts.getOrDefault(Brought.End.RESTORED, 0) + " restored, "
                + counts.getOrDefault(Brought.End.THERE, 0) + " already there, " + refused + " refused"
                + (ended.get() ? "; ended before its time" : ""));
        out.flush();
        return refused > 0 || ended.get() ? NOT_ALL : 0;
    }

    private static String word(Brought.End end) {
        return switch (end) {
            case ADOPTED -> "adopted";
            case RESTORED -> "restored";
            case THERE -> "already there";
            case REFUSED -> "REFUSED";
        };
    }
}
