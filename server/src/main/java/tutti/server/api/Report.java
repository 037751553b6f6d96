package tutti.server.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.model.Texts;
import tutti.server.store.Copied;
import tutti.server.store.Progress;
import tutti.server.store.StoreView;
import tutti.server.store.Upkeep;
import tutti.server.verify.Exporter;

/** Does upkeep and says in lines how it goes on. */
final class Report implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    /** Characters of why it failed; a path is at most so long. */
    private static final int SHOWN = 4_200;

    /** How the last line of an export begins that was done. */
    static final String DONE = "done ";

    private static final long EVERY_NANOS = 500_000_000L;

    private final PrintWriter out;
    private long said = System.nanoTime();

    private Report(PrintWriter out) {
        this.out = out;
    }

    /**
     * The last line of it.
     *
     * @param rest the folder of a backup; the session and the file of an export, with a space between
     */
    static String of(Upkeep upkeep, String what, String rest, PrintWriter out) {
        try {
            Progress report = new Report(out);
            return switch (what) {
                case "rewrite" -> words(upkeep.rewrite(report));
                case "backup" -> words(upkeep.backUp(Path.of(rest), report));
                case "export" -> exported(upkeep.view(), rest);
                default -> failed("this server does not know how to " + what);
            };
        } catch (IOException failed) {
            LOG.warn("asked to {}, but: {}", what, Texts.shown(failed.toString(), SHOWN));
            return failed(StartFailed.words(failed));
        } catch (InvalidPathException wrong) {
            LOG.debug("this is no place for a file", wrong);
            return failed("this is no place for a file: " + rest);
        }
    }

    private static String exported(StoreView store, String rest) throws IOException {
        String[] words = rest.split(" ", 2);
        Optional<SessionId> id = SessionId.parse(words[0]);
        return id.isPresent() && words.length > 1
                ? exported(store, id.get(), Path.of(words[1]))
                : failed("it does not say which session, and into which file");
    }

    /** Exports a session into a new file, and says so in a line. */
    static String exported(StoreView store, SessionId id, Path file) throws IOException {
        return DONE + Exporter.write(store, id, file) + " rows of " + id.text();
    }

    /** In one line, whatever the name of a folder is made of. */
    private static String failed(String why) {
        return "failed " + Texts.shown(why, SHOWN);
    }

    static String words(Copied copied) {
        return switch (copied) {
            case Copied.Done done ->
                "done: " + done.sessions() + " sessions, " + done.rows() + " rows, " + done.packed()
                        + " of them packed; " + done.bytesBefore() + " bytes are " + done.bytesAfter() + " now"
                        + legacy(done);
            case Copied.Cancelled _ -> "failed it was ended, and nothing is left of it";
        };
    }

    /** Legacy records are no sessions yet: they are counted apart, if there are any. */
    static String legacy(Copied.Done done) {
        return done.legacy() == 0 ? "" : "; and " + done.legacy() + " legacy records";
    }

    /** Who hung up does not want it any more. */
    @Override
    public boolean on(long rows, long all) {
        long now = System.nanoTime();
        if (now - said >= EVERY_NANOS) {
            said = now;
            out.println("at " + rows + " " + all);
        }
        return !out.checkError();
    }
}
