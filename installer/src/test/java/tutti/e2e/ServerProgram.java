package tutti.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import tutti.model.SessionId;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.Parsed;
import tutti.wire.Seal;

/** A server as a process of its own, always on the same ports, that can be killed and started again. */
final class ServerProgram implements AutoCloseable {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Path data;
    private final Path errors;
    private final String classPath;
    private final int httpPort;
    private final int wsPort;
    private final HttpClient client = HttpClient.newHttpClient();
    private Program program;

    ServerProgram(Path data, Path errors) throws IOException, InterruptedException {
        this(data, errors, ClassPath.plain());
    }

    ServerProgram(Path data, Path errors, String classPath) throws IOException, InterruptedException {
        this.data = data;
        this.classPath = classPath;
        this.errors = errors;
        this.httpPort = freePort();
        this.wsPort = freePort();
        this.program = launch();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Program launch() throws IOException, InterruptedException {
        List<String> options =
                List.of("--data", data.toString(), "--http-port", "" + httpPort, "--ws-port", "" + wsPort);
        Program fresh = Program.start("server", errors, classPath, "tutti.server.api.Main", options);
        fresh.await("ready ");
        return fresh;
    }

    /** {@code kill -9}, and up again. */
    void killAndRestart() throws IOException, InterruptedException {
        kill();
        start();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        program.kill();
    }

    /** Up again after {@link #kill} or {@link #stop}. */
    void start() throws IOException, InterruptedException {
        program = launch();
    }

    /** What the KV holds of a session, its seal being whole and taken off. */
    String kvFile(SessionId session) throws IOException {
        byte[] file = Files.readAllBytes(data.resolve("kv").resolve(session.text() + ".json"));
        return new String(Seal.off(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** What the KV holds of a session, read. */
    Document kvDocument(SessionId session) throws IOException {
        return read(kvFile(session));
    }

    /** What the server answers for a session, read. */
    Document served(SessionId session) throws IOException, InterruptedException {
        return read(get("/api/sessions/" + session.text()));
    }

    private static Document read(String text) {
        return switch (Documents.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Of<Document>(Document document) -> document;
            case Parsed.Malformed<Document> malformed -> throw new AssertionError(malformed.text());
        };
    }

    /** That the store and its files are whole, as the program itself judges while no server runs. */
    void verify() throws IOException, InterruptedException {
        Path words = errors.resolveSibling("verify.err");
        List<String> options = List.of("verify", "--data", data.toString());
        try (Program verify = Program.start("verify", words, "tutti.server.api.Main", options)) {
            int code = verify.ended();
            if (code != 0) {
                throw new AssertionError("verify ends with " + code + ":" + verify.rest());
            }
        }
    }

    int stop() throws InterruptedException {
        return program.stop();
    }

    long pid() {
        return program.pid();
    }

    URI line() {
        return URI.create("ws://127.0.0.1:" + wsPort + "/ws");
    }

    URI web() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    String get(String path) throws IOException, InterruptedException {
        return answer(path).body();
    }

    /** The status with which a path is answered. */
    int status(String path) throws IOException, InterruptedException {
        return answer(path).statusCode();
    }

    private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(web().resolve(path)).GET().build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    int post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(web().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** How many connections were ever made to this process. */
    long connectionsMade() throws IOException, InterruptedException {
        return metric("tutti_connections_opened_total");
    }

    /** The value of a metric without labels. */
    long metric(String name) throws IOException, InterruptedException {
        return get("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no metric " + name));
    }

    /** Waits until a metric is as wanted; the server says how it stands, no clock does. */
    void awaitMetric(String name, Predicate<Long> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!wanted.test(metric(name))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " stays at " + metric(name));
            }
        }
    }

    @Override
    public void close() {
        program.close();
        client.shutdownNow();
    }
}
