package tutti.sync.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.ClientMessage.Hello;
import tutti.sync.Continuity;
import tutti.sync.Greeting;
import tutti.sync.Input;
import tutti.sync.ServerMessage;
import tutti.sync.ServerMessage.Rows;
import tutti.sync.ServerMessage.Settled;
import tutti.sync.ServerMessage.Snapshot;
import tutti.sync.ServerMessage.Welcome;

/** The server's end of a connection: a cursor over the durable rows. */
final class Seat {
    private final World world;
    private final Link link;
    private final Deque<ServerMessage> urgent = new ArrayDeque<>();
    private final Deque<Snapshot> parts = new ArrayDeque<>();
    private final Deque<Settled> settled = new ArrayDeque<>();
    private final Map<String, ServerMessage> news = new LinkedHashMap<>();
    private Optional<Hello> hello = Optional.empty();
    private boolean greeted;
    private boolean everGreeted;
    private boolean halfway;
    private long cursor;

    Seat(World world, Link link) {
        this.world = world;
        this.link = link;
    }

    Link link() {
        return link;
    }

    Optional<Hello> hello() {
        return hello;
    }

    void said(Hello words) {
        hello = Optional.of(words);
    }

    /** What to tell a room of this connection: what the client has, or will have when it has read all. */
    Input.Joined joined(Hello words) {
        long seq = everGreeted ? cursor : words.seq();
        Chain known = everGreeted ? world.store().chainAt(cursor) : words.chain();
        return new Input.Joined(link.id(), words.secret().member(), words.outbox(), seq, halfway ? Chain.NONE : known);
    }

    void greet(Welcome welcome, Greeting greeting) {
        urgent.addLast(welcome);
        settled.clear();
        parts.clear();
        greeted = true;
        everGreeted = true;
        halfway = false;
        if (greeting.continuity() == Continuity.SAME) {
            cursor = greeting.from();
        } else {
            cursor = greeting.seq();
            world.tally().count("snapshots sent");
            slice(greeting);
        }
    }

    private void slice(Greeting greeting) {
        List<Part> all = Parts.of(greeting.session());
        int size = 1 + world.dice().below(all.size());
        for (int from = 0; from < all.size(); from += size) {
            int to = Math.min(all.size(), from + size);
            parts.addLast(new Snapshot(greeting.seq(), greeting.chain(), all.subList(from, to), to == all.size()));
        }
    }

    void settle(Settled answer) {
        settled.addLast(answer);
    }

    void news(String key, ServerMessage message) {
        if (everGreeted) {
            news.put(key, message);
        }
    }

    void pause() {
        halfway = halfway || !parts.isEmpty();
        greeted = false;
        settled.clear();
        parts.clear();
        if (everGreeted) {
            urgent.addLast(new ServerMessage.Paused("the store is in trouble"));
        }
    }

    boolean idle() {
        return urgent.isEmpty() && parts.isEmpty() && settled.isEmpty() && news.isEmpty() && link.idle();
    }

    /** Sends what can be sent of the rows up to {@code spread}. */
    void pump(long spread) {
        while (link.roomy()) {
            Optional<ServerMessage> message = next(spread);
            if (message.isEmpty()) {
                return;
            }
            link.toClient(message.get());
        }
    }

    private Optional<ServerMessage> next(long spread) {
        if (!urgent.isEmpty()) {
            return Optional.of(urgent.removeFirst());
        }
        if (!news.isEmpty()) {
            return Optional.of(news.remove(news.keySet().iterator().next()));
        }
        if (!greeted) {
            return Optional.empty();
        }
        if (!parts.isEmpty()) {
            return Optional.of(parts.removeFirst());
        }
        if (!settled.isEmpty() && settled.peekFirst().seq() <= cursor) {
            return Optional.of(settled.removeFirst());
        }
        return cursor < spread ? Optional.of(rows(spread)) : Optional.empty();
    }

    private Rows rows(long spread) {
        long to = Math.min(spread, cursor + 1 + world.dice().below(6));
        Broken.unless(to <= world.store().seq(), "row " + to + " leaves before it is durable");
        List<Chained> next = world.store().rows(cursor + 1, to);
        cursor = to;
        return new Rows(next.stream().map(Chained::row).toList(), next.getLast().chain());
    }
}
