package tutti.sync.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tutti.edit.Parts;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.ClientMessage;
import tutti.sync.ClientMessage.Hello;
import tutti.sync.Continuity;
import tutti.sync.Greeting;
import tutti.sync.Input;
import tutti.sync.ServerMessage;

/** One connection: what is under way in each direction, and what the server's end knows of it. */
final class Line {
    private final long id;
    private final int client;
    private final Deque<ClientMessage> up = new ArrayDeque<>();
    private final Deque<ServerMessage> down = new ArrayDeque<>();
    private boolean clientOpen = true;
    private boolean serverOpen = true;
    private Optional<Hello> hello = Optional.empty();
    private boolean greeted;
    private boolean everGreeted;
    private long cursor;

    Line(long id, int client) {
        this.id = id;
        this.client = client;
    }

    long id() {
        return id;
    }

    int client() {
        return client;
    }

    Deque<ClientMessage> up() {
        return up;
    }

    Deque<ServerMessage> down() {
        return down;
    }

    boolean clientOpen() {
        return clientOpen;
    }

    boolean serverOpen() {
        return serverOpen;
    }

    /** The client lets go, and reads nothing more. What it sent may still arrive. */
    void closeByClient() {
        clientOpen = false;
        down.clear();
    }

    /** The server lets go, and reads nothing more. What it sent may still arrive. */
    void closeByServer() {
        serverOpen = false;
        greeted = false;
        up.clear();
    }

    Optional<Hello> hello() {
        return hello;
    }

    Input.Joined joined(Hello words, Store store) {
        hello = Optional.of(words);
        long seq = everGreeted ? cursor : words.seq();
        Chain known = everGreeted ? store.chainAt(cursor) : words.chain();
        return new Input.Joined(id, words.secret().member(), words.outbox(), seq, known);
    }

    /** The welcome, and the document if it is needed. */
    List<ServerMessage> greet(ServerMessage.Welcome welcome, Greeting greeting) {
        greeted = true;
        everGreeted = true;
        List<ServerMessage> all = new ArrayList<>(List.of(welcome));
        if (greeting.continuity() == Continuity.SAME) {
            cursor = greeting.from();
        } else {
            cursor = greeting.seq();
            all.add(new ServerMessage.Snapshot(greeting.seq(), greeting.chain(), Parts.of(greeting.session()), true));
        }
        return all;
    }

    boolean everGreeted() {
        return everGreeted;
    }

    void pause() {
        greeted = false;
    }

    /** The rows that this connection has not been sent. */
    Optional<ServerMessage> rows(Store store, long spread) {
        if (!greeted || cursor >= spread) {
            return Optional.empty();
        }
        Broken.unless(spread <= store.seq(), "row " + spread + " leaves before it is durable");
        List<Chained> next = store.rows(cursor + 1, spread);
        cursor = spread;
        return Optional.of(new ServerMessage.Rows(
                next.stream().map(Chained::row).toList(), next.getLast().chain()));
    }
}
