package tutti.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the system's that is run to its end: mounts, signals, limits. */
record Tool(int code, String output) {
    private static final long PATIENCE_SECONDS = 60;

    static Tool run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " does not end");
        }
        return new Tool(process.exitValue(), output);
    }

    /** The same, where anything but success is a failure of the test. */
    static void must(String... command) throws IOException, InterruptedException {
        Tool done = run(command);
        if (done.code() != 0) {
            throw new IOException(String.join(" ", command) + ": " + done.output());
        }
    }

    /** Takes a file system off, even if somebody still has a file open on it. */
    static void unmount(Path folder) throws IOException {
        try {
            must("umount", "-l", folder.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the disk was taken away", stopped);
        }
    }

    static boolean isLinux() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    /** Whether this test may mount: root on Linux, and not in a container that forbids it. */
    static boolean mayMount() throws IOException, InterruptedException {
        return isLinux()
                && run("id", "-u").output().strip().equals("0")
                && run("unshare", "-m", "true").code() == 0;
    }
}
