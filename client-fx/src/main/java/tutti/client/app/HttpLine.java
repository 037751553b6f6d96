package tutti.client.app;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tutti.wire.Json;
import tutti.wire.Parsed;

/**
 * Asks over HTTP and reads what is answered, which has a bound. A server that has too much to do is asked again for a
 * while: all that is asked here may be asked twice. Blocks; any thread but those of the window and of sound.
 */
final class HttpLine implements AutoCloseable {
    static final int OK = 200;
    /** Bytes of an answer: the largest document. */
    static final int MOST = tutti.sync.Limits.DOCUMENT;
    /** How long a server that has too much to do is asked again. */
    static final long BUSY_MILLIS = 10_000;

    private static final Duration CONNECT = Duration.ofSeconds(4);
    /** Until an answer begins: whole documents wait for one another. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Until an answer is there to its end; for its beginning alone the client keeps a time. */
    private static final Duration WHOLE = Duration.ofSeconds(60);

    private static final int BUSY = 503;
    private static final long SECOND_MILLIS = 1_000;
    private static final long LONGEST_SECONDS = 5;
    /** So that those who were refused together do not come back together. */
    private static final long SPREAD_MILLIS = 500;

    private final Patience patience;
    private final Duration whole;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    HttpLine(Patience patience) {
        this(patience, WHOLE);
    }

    /** @param whole how long one answer may take to its end */
    HttpLine(Patience patience, Duration whole) {
        this.patience = patience;
        this.whole = whole;
    }

    /** What a server answered. */
    private record Answer(int status, ByteBuffer body, Optional<String> retryAfter) {}

    /** The answer as JSON. @throws IOException in words */
    Json send(HttpRequest.Builder asked, int wanted) throws IOException {
        return value(Json.parse(bytes(asked, wanted), MOST));
    }

    /** The answer. @throws AnsweredNo if it has another status. @throws IOException in words if there is none */
    byte[] bytes(HttpRequest.Builder asked, int wanted) throws IOException {
        HttpRequest request = asked.timeout(ANSWER).build();
        long until = patience.millis() + BUSY_MILLIS;
        while (true) {
            Answer answer = exchange(request);
            if (answer.status() == wanted || answer.status() == OK) {
                return answer.body().array();
            }
            long pause = pause(answer);
            if (pause == 0 || patience.millis() + pause > until) {
                throw no(answer);
            }
            patience.pause(pause);
        }
    }

    /** Milliseconds after which the same may do better; 0 if it will not. */
    private static long pause(Answer answer) {
        if (answer.status() != BUSY) {
            return 0;
        }
        long seconds = answer.retryAfter()
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Long::parseLong)
                .orElse(0L);
        return seconds == 0
                ? 0
                : Math.min(seconds, LONGEST_SECONDS) * SECOND_MILLIS
                        + ThreadLocalRandom.current().nextLong(SPREAD_MILLIS);
    }

    private static AnsweredNo no(Answer answer) throws IOException {
        String words =
                reason(value(Json.parse(answer.body().array(), MOST))).orElse("the server answered " + answer.status());
        return new AnsweredNo(answer.status(), words);
    }

    private Answer exchange(HttpRequest request) throws IOException {
        String server = request.uri().getAuthority();
        IOException tooMuch = new IOException("the server at " + server
                + " answers more than any session has; get the newest Tutti for your program");
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request, head -> new Bounded(MOST, tooMuch));
        try {
            HttpResponse<byte[]> response = asked.get(whole.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    response.statusCode(),
                    ByteBuffer.wrap(response.body()),
                    response.headers().firstValue("Retry-After"));
        } catch (ExecutionException e) {
            throw failed(server, e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the server at " + server + " does not end its answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            asked.cancel(true);
        }
    }

    private static IOException failed(String server, @Nullable Throwable why) {
        return switch (why) {
            case ConnectException none -> new IOException("no server answers at " + server, none);
            case HttpTimeoutException none -> new IOException("no server answers at " + server, none);
            case IOException words -> words;
            case null, default -> throw new IllegalStateException("asking " + server + " failed", why);
        };
    }

    /** What was read. @throws IOException in words if it cannot be read */
    static <T> T value(Parsed<T> answer) throws IOException {
        return switch (answer) {
            case Parsed.Of<T> read -> read.value();
            case Parsed.Malformed<T> malformed ->
                throw new IOException("what answers there is no Tutti server: " + malformed.text());
        };
    }

    private static Optional<String> reason(Json json) {
        return json instanceof Json.Obj answer && answer.get("error").orElse(json) instanceof Json.Obj error
                ? error.get("what")
                        .flatMap(what -> what instanceof Json.Str(String words) ? Optional.of(words) : Optional.empty())
                : Optional.empty();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
