package tutti.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A {@link HeadlessClient} that is killed at given points of its work and goes on where it was. */
final class EditingClient implements AutoCloseable {
    private final String name;
    private final List<String> arguments;
    private final Path errors;
    private final Deque<Integer> kills;
    private final List<String> acknowledged = new ArrayList<>();
    private final Runnable heard;
    private Program program;

    /** What the client says of its document. */
    record Settled(long seq, int hash) {}

    /** @param heard is run at every acknowledgement */
    EditingClient(String name, List<String> arguments, Path errors, List<Integer> kills, Runnable heard)
            throws IOException, InterruptedException {
        this.name = name;
        this.arguments = arguments;
        this.errors = errors;
        this.kills = new ArrayDeque<>(kills);
        this.heard = heard;
        this.program = launch();
    }

    private Program launch() throws IOException, InterruptedException {
        Program fresh = Program.start(name, errors, HeadlessClient.class.getName(), arguments);
        fresh.await("up");
        return fresh;
    }

    /** Makes edits up to {@code total}; is killed with {@code kill -9} wherever its list of kills says so. */
    void work(int total) throws IOException, InterruptedException {
        int next = 0;
        while (next < total) {
            program.say("edit " + next + " " + total);
            next = listen(next, total);
        }
    }

    private int listen(int from, int total) throws IOException, InterruptedException {
        int asked = from;
        while (true) {
            String line = program.next();
            if (line.startsWith("asking ")) {
                asked = Integer.parseInt(line.substring(line.lastIndexOf('-') + 1)) + 1;
                if (!kills.isEmpty() && asked > kills.peek()) {
                    kills.poll();
                    program.kill();
                    program = launch();
                    return asked;
                }
            } else if (line.startsWith("acknowledged ")) {
                acknowledged.add(line.substring("acknowledged ".length()));
                heard.run();
            } else if (line.startsWith("done ")) {
                return total;
            } else {
                throw new IllegalStateException(name + " said: " + (line.isEmpty() ? "nothing more" : line));
            }
        }
    }

    List<String> acknowledged() {
        return acknowledged;
    }

    Settled settle() throws InterruptedException {
        program.say("settle");
        String[] words = program.await("settled ").split(" ");
        return new Settled(Long.parseLong(words[0]), Integer.parseInt(words[1]));
    }

    void leave() throws InterruptedException {
        program.say("leave");
        program.await("left");
    }

    /** Comes again after it left. */
    void comeAgain() throws IOException, InterruptedException {
        program = launch();
    }

    @Override
    public void close() {
        program.close();
    }
}
