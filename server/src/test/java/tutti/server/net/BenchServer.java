package tutti.server.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tutti.server.store.StoreFiles;

/** The server as a process of its own, as it is started for people, and what can be measured of it from outside. */
final class BenchServer implements AutoCloseable {
    /** The options of Java that the launchers give it. */
    private static final String AS_FOR_PEOPLE = "-XX:+UseSerialGC -Xms64m -Xmx512m -Xmn12m -XX:SurvivorRatio=2"
            + " -XX:MaxHeapFreeRatio=50 -XX:-ShrinkHeapInSteps -XX:TrimNativeHeapInterval=10000 -Xlog:trimnative=off"
            + " -XX:+ExitOnOutOfMemoryError -Dh2.objectCache=false";

    private static final String READY = "ready ws=";
    private static final String MAIN = "tutti.server.api.Main";
    private static final double NANOS_A_MICRO = 1e3;
    private static final double MICROS_A_MILLI = 1e3;
    private static final double NANOS_A_SECOND = 1e9;
    private static final long KIBI = 1024;
    private static final Pattern CPU = Pattern.compile("cpu=([0-9.]+)ms");

    private final Path data;
    private final Process process;
    private final URI line;
    private final URI http;

    private BenchServer(Path data, Process process, String ready) {
        String[] addresses = ready.substring(READY.length()).split(" http=");
        this.data = data;
        this.process = process;
        this.line = URI.create(addresses[0]);
        this.http = URI.create(addresses[1]);
    }

    /**
     * What something took.
     *
     * @param cpuMicros time of all the server's threads on a processor
     * @param compilerMicros what of that the JIT compilers took
     * @param seconds of the clock
     */
    record Cost(double cpuMicros, double compilerMicros, double seconds) {}

    static BenchServer start(Path data, List<String> options) throws IOException {
        return start(data, options, List.of());
    }

    /** Starts it with Java's options and its own; returns when it says that it is ready. */
    static BenchServer start(Path data, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(options.isEmpty() ? List.of(AS_FOR_PEOPLE.split(" ")) : options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "--data", data.toString()));
        command.addAll(List.of("--http-port", "0", "--ws-port", "0"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        // Some Java options have the machine say something first.
        Optional<String> ready =
                out.lines().filter(line -> line.startsWith(READY)).findFirst();
        if (ready.isEmpty()) {
            process.destroyForcibly();
            throw new IllegalStateException("the server did not start");
        }
        return new BenchServer(data, process, ready.get());
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(line.getHost(), line.getPort());
    }

    /** Where it answers over HTTP. */
    InetSocketAddress http() {
        return new InetSocketAddress(http.getHost(), http.getPort());
    }

    /** Makes a session of that document. */
    void create(String document) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(http.resolve("/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** Has it rewrite its store, and waits for that. */
    void rewrite() throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        tool("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN,
                        "rewrite",
                        "--data",
                        "" + data)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    /** Time of all its threads on a processor so far, in microseconds. */
    double cpuMicros() {
        Duration time = process.info().totalCpuDuration().orElseThrow();
        return time.toNanos() / NANOS_A_MICRO;
    }

    /** Bytes of its store's files. */
    long storeBytes() throws IOException {
        return StoreFiles.used(data);
    }

    /** What it takes while that is done. Asking for the compilers' time costs some itself, which is left out. */
    Cost during(Runnable work) throws IOException {
        double compilers = compilerMicros();
        double cpu = cpuMicros();
        long from = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - from) / NANOS_A_SECOND;
        double took = cpuMicros() - cpu;
        return new Cost(took, compilerMicros() - compilers, seconds);
    }

    /** Bytes of memory that it holds, Java's own and others, as the system counts them (by the program ps). */
    long residentBytes() throws IOException {
        Process asked = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process.pid()).start();
        return KIBI * Long.parseLong(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    /** Of {@link #cpuMicros}, what the JIT compilers took. */
    double compilerMicros() throws IOException {
        return ask("Thread.print")
                .lines()
                .filter(line -> line.contains("CompilerThread"))
                .map(CPU::matcher)
                .filter(Matcher::find)
                .mapToDouble(cpu -> Double.parseDouble(cpu.group(1)) * MICROS_A_MILLI)
                .sum();
    }

    /** Bytes of all objects that live after a full collection. */
    long liveBytes() throws IOException {
        String said = ask("GC.class_histogram");
        String total = said.lines()
                .filter(row -> row.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said));
        return Long.parseLong(total.strip().split(" +")[2]);
    }

    /** What its Java machine answers to a command. */
    private String ask(String command) throws IOException {
        Process asked = new ProcessBuilder(tool("jcmd"), "" + process.pid(), command).start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Asks it to end, as a system does, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
