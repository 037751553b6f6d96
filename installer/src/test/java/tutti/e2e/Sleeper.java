package tutti.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tutti.model.SessionId;

/** A session that somebody edited and left: what a server says of it comes from the store, whatever the disk does. */
final class Sleeper {
    private static final SessionId ASLEEP = new SessionId("nobody-is-in-here");
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final ServerProgram server;
    private final List<String> told;

    /** Makes it while no other room is awake. */
    Sleeper(ServerProgram server, Path folder) throws IOException, InterruptedException {
        this.server = server;
        Crowd.prepareForOne(server, ASLEEP);
        try (Player player = Crowd.one(new Ledger(), server.line(), folder.resolve("sleeper"), ASLEEP)) {
            player.work(_ -> player.bursts() >= 3);
        }
        server.awaitMetric("tutti_rooms", rooms -> rooms == 0);
        this.told = answers();
        if (told.stream().anyMatch(answer -> !answer.contains(ASLEEP.text()) && !answer.contains("gesture"))) {
            throw new IllegalStateException("not well from the beginning: " + told);
        }
    }

    /** Its document, a page of its history, and its line in the list. */
    private List<String> answers() throws IOException, InterruptedException {
        String path = "/api/sessions/" + ASLEEP.text();
        // A server that was started anew has not seen the author, and does not know the name.
        String history = server.get(path + "/history?limit=5").replaceAll("\"profile\":\\{[^}]*}", "");
        return List.of(server.get(path), history, line(server.get("/api/sessions")));
    }

    /** Of the list, which goes on changing where others edit. */
    private static String line(String list) {
        int id = list.indexOf('"' + ASLEEP.text() + '"');
        return id < 0 ? list : list.substring(list.lastIndexOf('{', id), list.indexOf('}', id));
    }

    /** Waits until it is read as before, for which the store must be opened again. */
    void awaitRead() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<String> now = answers();
        while (!now.equals(told)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it is not read on: " + now + " instead of " + told);
            }
            now = answers();
        }
    }
}
