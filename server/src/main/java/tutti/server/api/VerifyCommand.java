package tutti.server.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tutti.server.verify.Finding;
import tutti.server.verify.Findings;
import tutti.server.verify.Verifier;

/** Verifies a folder: ends with 0 if it is whole, with 3 if anything is damaged, with 1 if it cannot be looked at. */
@Command(
        name = "verify",
        description = "Does every session again, row by row, and says what is whole. Changes nothing.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int DAMAGED = 3;
    /** Sessions between two words of progress. */
    private static final int STRIDE = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CopyOptions options = new CopyOptions();

    @Option(names = "--verbose", description = "Says something of each session, and not of the damaged ones alone.")
    private boolean verbose;

    @Override
    public Integer call() {
        Path folder = options.folder();
        try {
            Findings findings = Verifier.of(folder, options.scratch(), this::progress);
            return told(folder, findings);
        } catch (IOException failed) {
            spec.commandLine().getErr().println("tutti-server: " + StartFailed.words(failed));
            return FAILED;
        }
    }

    private boolean progress(int done, int all) {
        if (done > 0 && done % STRIDE == 0) {
            spec.commandLine().getErr().println(done + " of " + all + " sessions");
        }
        return true;
    }

    private int told(Path folder, Findings findings) {
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : findings.all()) {
            finding.damage().forEach(words -> out.println(line(finding, "DAMAGED: " + words)));
            if (verbose) {
                finding.notes().forEach(words -> out.println(line(finding, words)));
                if (finding.whole()) {
                    out.println(line(finding, "whole" + (finding.rows() == 0 ? "" : ", " + finding.rows() + " rows")));
                }
            }
        }
        List<Finding> damaged =
                findings.all().stream().filter(finding -> !finding.whole()).toList();
        int all = findings.all().size();
        out.println(
                damaged.isEmpty()
                        ? folder + " is whole: " + all + " things, " + findings.rows() + " rows done again"
                        : folder + " is damaged: " + damaged.size() + " of " + all + " things; nothing was changed");
        out.flush();
        return damaged.isEmpty() ? 0 : DAMAGED;
    }

    private static String line(Finding finding, String words) {
        return finding.what() + ": " + words;
    }
}
