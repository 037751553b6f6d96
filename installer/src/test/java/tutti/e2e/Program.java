package tutti.e2e;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program as a process of its own, whose lines are consumed one by one. */
final class Program implements AutoCloseable {
    /** The options of Java that the launchers give the server: what is tested is what people run. */
    private static final String MACHINE = "-XX:+UseSerialGC -Xms64m -Xmx512m -Xmn12m -XX:SurvivorRatio=2"
            + " -XX:MaxHeapFreeRatio=50 -XX:-ShrinkHeapInSteps -XX:TrimNativeHeapInterval=10000 -Xlog:trimnative=off"
            + " -XX:+ExitOnOutOfMemoryError -Dh2.objectCache=false";

    private static final String END = "\u0004";
    private static final long PATIENCE_SECONDS = 120;

    private final String name;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();
    private final BufferedWriter in;

    private Program(String name, Process process) {
        this.name = name;
        this.process = process;
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts {@code main} on this test's class path. */
    static Program start(String name, Path errors, String main, List<String> arguments) throws IOException {
        return start(name, errors, ClassPath.plain(), main, arguments);
    }

    /** Starts {@code main} on that class path. */
    static Program start(String name, Path errors, String classPath, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main));
        command.addAll(1, List.of(MACHINE.split(" ")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        return start(name, builder);
    }

    /** Starts what is not Java. */
    static Program start(String name, ProcessBuilder builder) throws IOException {
        return new Program(name, builder.start());
    }

    private void listen() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("reading failed: " + e);
        }
        lines.add(END);
    }

    /** The next line, or nothing if the program has ended. */
    String next() throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new IllegalStateException(name + " said nothing for " + PATIENCE_SECONDS + " s, after " + heard);
        }
        heard.add(line);
        if (heard.size() > 20) {
            heard.removeFirst();
        }
        return line.equals(END) ? "" : line;
    }

    /** Consumes lines up to one that begins so, and returns what follows there. */
    String await(String beginning) throws InterruptedException {
        while (true) {
            String line = next();
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
            if (line.isEmpty()) {
                throw new IllegalStateException(name + " ended before it said " + beginning + ", after " + heard);
            }
        }
    }

    /** All that it says up to its end. */
    String rest() throws InterruptedException {
        StringBuilder rest = new StringBuilder();
        for (String line = next(); !line.isEmpty(); line = next()) {
            rest.append('\n').append(line);
        }
        return rest.toString();
    }

    /** Says a line to it; one that is dead already does not hear it. */
    void say(String line) {
        try {
            in.write(line);
            in.newLine();
            in.flush();
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(name, e);
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its end; its exit code. */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " does not end");
        }
        return process.exitValue();
    }

    /** {@code kill -9}: no shutdown hook runs, nothing is flushed; what it said before can still be heard. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** SIGTERM, and waits for its end. */
    int stop() throws InterruptedException {
        process.destroy();
        return ended();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
