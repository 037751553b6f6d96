package tutti.sync.sim;

import tutti.sync.ClientMessage;
import tutti.sync.ServerMessage;

/** One connection: two pipes, each first in first out, of which each end may find out late that the other is gone. */
final class Link {
    private static final int ROOM = 6;

    private final World world;
    private final Person person;
    private final long id;
    private final long slowness;
    private boolean clientOpen = true;
    private boolean serverOpen = true;
    private long up;
    private long down;
    private long upUntil = Long.MAX_VALUE;
    private long downUntil = Long.MAX_VALUE;
    private int queued;

    Link(World world, Person person, long id) {
        this.world = world;
        this.person = person;
        this.id = id;
        this.slowness = world.dice().chance(300) ? world.weather().slowness() : 200;
    }

    long id() {
        return id;
    }

    /** Whether both ends hold on and the network does. */
    boolean whole() {
        return clientOpen && serverOpen && upUntil == Long.MAX_VALUE;
    }

    /** Whether the server's send buffer takes more. */
    boolean roomy() {
        return queued < ROOM;
    }

    boolean idle() {
        return queued == 0;
    }

    private long delay() {
        long stall =
                world.dice().chance(world.weather().stalls()) ? world.dice().between(0, 600_000) : 0;
        return stall + world.dice().between(100, world.weather().latency());
    }

    /** Knocks at the server's door. */
    void dial() {
        up = world.now() + delay();
        world.agenda().at(up, () -> world.host().accept(this));
    }

    void toServer(ClientMessage message) {
        if (!clientOpen) {
            return;
        }
        up = Math.max(up, world.now() + delay());
        if (up <= upUntil) {
            world.agenda().at(up, () -> {
                if (serverOpen) {
                    world.host().receive(id, message);
                }
            });
        }
    }

    void toClient(ServerMessage message) {
        world.ledger().leaving(message);
        if (!serverOpen) {
            return;
        }
        queued++;
        down = Math.max(down + slowness, world.now() + delay());
        if (down <= downUntil) {
            world.agenda().at(down, () -> arrive(message));
        }
    }

    private void arrive(ServerMessage message) {
        queued--;
        if (clientOpen && world.now() <= downUntil) {
            person.receive(this, message);
        }
        world.host().drained(id);
    }

    /** The client lets go. What it sent before arrives. */
    void closeByClient() {
        clientOpen = false;
        up = Math.max(up, world.now() + delay());
        world.agenda().at(up, this::serverLearns);
    }

    /** The server lets go. What it sent before arrives. */
    void closeByServer() {
        serverOpen = false;
        down = Math.max(down, world.now() + delay());
        world.agenda().at(down, this::clientLearns);
    }

    /** The network lets go: what is under way is lost from some point on, and both ends learn of it some time. */
    void cut() {
        upUntil = Math.min(upUntil, world.now() + delay());
        downUntil = Math.min(downUntil, world.now() + delay());
        world.agenda().at(upUntil + world.dice().between(0, 9_000_000), this::serverLearns);
        world.agenda().at(downUntil + world.dice().between(0, 1_000_000), this::clientLearns);
    }

    private void serverLearns() {
        if (serverOpen) {
            serverOpen = false;
            world.host().gone(id);
        }
    }

    private void clientLearns() {
        if (clientOpen) {
            clientOpen = false;
            person.lost(this);
        }
    }
}
