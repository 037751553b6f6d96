package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Remembers what it is told and gives it out once; answers messages as a test wants. */
final class RecordingIntake implements Intake {
    sealed interface Event {}

    record Opened(Connection connection) implements Event {}

    record Text(Connection connection, String message) implements Event {}

    record Closed(Connection connection, boolean clean) implements Event {}

    record Failed(Throwable cause) implements Event {}

    private final BlockingQueue<Opened> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<Text> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Closed> closed = new LinkedBlockingQueue<>();
    final BlockingQueue<Failed> failures = new LinkedBlockingQueue<>();
    private final BiConsumer<Connection, String> answer;

    RecordingIntake() {
        this((connection, message) -> {});
    }

    RecordingIntake(BiConsumer<Connection, String> answer) {
        this.answer = answer;
    }

    /** Sends every message back, privately. */
    static RecordingIntake echoing() {
        return new RecordingIntake((connection, message) -> connection.tell(Frame.text(message)));
    }

    @Override
    public void opened(Connection connection) {
        opened.add(new Opened(connection));
    }

    @Override
    public void text(Connection connection, String message) {
        texts.add(new Text(connection, message));
        answer.accept(connection, message);
    }

    @Override
    public void closed(Connection connection, boolean clean) {
        closed.add(new Closed(connection, clean));
    }

    @Override
    public void failed(Throwable cause) {
        failures.add(new Failed(cause));
    }

    /** Whether nothing was told but what was awaited. */
    boolean isQuiet() {
        return opened.isEmpty() && texts.isEmpty() && closed.isEmpty() && failures.isEmpty();
    }

    /** Whether nobody said anything but what was awaited. */
    boolean isSilent() {
        return texts.isEmpty();
    }

    Connection awaitOpened() throws InterruptedException {
        return await(opened, "opened").connection();
    }

    String awaitText() throws InterruptedException {
        return await(texts, "text").message();
    }

    Closed awaitClosed() throws InterruptedException {
        return await(closed, "closed");
    }

    private static <T> T await(BlockingQueue<T> queue, String what) throws InterruptedException {
        T event = queue.poll(10, TimeUnit.SECONDS);
        assertNotNull(event, "nothing " + what + " within 10 s");
        return event;
    }
}
