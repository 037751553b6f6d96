package tutti.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A client as a process that obeys lines, is killed at given points of its work and goes on where it was. */
final class EditingClient implements AutoCloseable {
    private final String name;
    private final Launch launch;
    private final Deque<Integer> kills;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final Runnable heard;
    private final AtomicInteger again = new AtomicInteger();
    private Program program;

    /** Starts the program. */
    @FunctionalInterface
    interface Launch {
        Program start() throws IOException;
    }

    /** What the client says of its document. */
    record Settled(long seq, String sum) {}

    /** @param heard is run at every acknowledgement */
    EditingClient(String name, Launch launch, List<Integer> kills, Runnable heard)
            throws IOException, InterruptedException {
        this.name = name;
        this.launch = launch;
        this.kills = new ArrayDeque<>(kills);
        this.heard = heard;
        this.program = launch();
    }

    /** A {@link HeadlessClient}. */
    static EditingClient headless(String name, List<String> arguments, Path errors, List<Integer> kills, Runnable heard)
            throws IOException, InterruptedException {
        String main = HeadlessClient.class.getName();
        return new EditingClient(name, () -> Program.start(name, errors, main, arguments), kills, heard);
    }

    private Program launch() throws IOException, InterruptedException {
        Program fresh = launch.start();
        fresh.await("up");
        return fresh;
    }

    /**
     * Makes edits up to {@code total}; is killed with {@code kill -9} wherever its list of kills says so. It is asked
     * for no edit beyond the one over which it dies, so that a kill that comes late never lets one be made twice.
     */
    void work(int total) throws IOException, InterruptedException {
        int next = 0;
        while (next < total) {
            int last = kills.isEmpty() ? total : Math.min(total, kills.peek() + 1);
            program.say("edit " + next + " " + last);
            next = listen(next, last);
        }
    }

    private int listen(int from, int total) throws IOException, InterruptedException {
        int reached = from;
        while (true) {
            String line = program.next();
            boolean sent = line.startsWith("sent ");
            if (sent || line.startsWith("asking ")) {
                asked.add(line.substring(line.indexOf(' ') + 1));
                reached = Integer.parseInt(line.substring(line.lastIndexOf('-') + 1)) + 1;
                if (dies(reached, sent)) {
                    kills.poll();
                    program.kill();
                    program = launch();
                    return reached;
                }
            } else if (line.startsWith("acknowledged ")) {
                acknowledged.add(line.substring("acknowledged ".length()));
                heard.run();
            } else if (line.startsWith("again ")) {
                again.addAndGet(Integer.parseInt(line.substring("again ".length())));
            } else if (line.startsWith("done ")) {
                return total;
            } else {
                throw new IllegalStateException(name + " said: " + line + program.rest());
            }
        }
    }

    /** In turns it is killed when an edit was sent, and when it is about to be made. */
    private boolean dies(int reached, boolean sent) {
        return !kills.isEmpty() && reached > kills.peek() && sent == (kills.size() % 2 == 1);
    }

    /** Edits that it says it sent again while it worked. Any thread. */
    int again() {
        return again.get();
    }

    /** Edits that it began, acknowledged or not. */
    Set<String> asked() {
        return asked;
    }

    List<String> acknowledged() {
        return acknowledged;
    }

    Settled settle() throws InterruptedException {
        String[] words = obey("settle", "settled ").split(" ");
        return new Settled(Long.parseLong(words[0]), words[1]);
    }

    /** Returns what it said of itself at the end. */
    String leave() throws InterruptedException {
        return obey("leave", "left");
    }

    /** Gives it a command, and returns what it said behind {@code answer}. */
    String obey(String command, String answer) throws InterruptedException {
        program.say(command);
        return program.await(answer);
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
