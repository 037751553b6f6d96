package tutti.server.api;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Rewrites a store, whether a server works on it or not. */
@Command(
        name = "rewrite",
        description = "Rewrites the store into a file that holds only what is of use; a server may run meanwhile.",
        mixinStandardHelpOptions = true)
final class RewriteCommand extends UpkeepCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return ask("rewrite", "");
    }
}
