package tutti.server.net;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import tutti.server.store.Await;

/** Headers over HTTP of which a byte comes now and then, and never the end; who is cut off comes again at once. */
final class SlowHeaders implements Siege {
    private static final int HELD = 100;
    private static final long PAUSE = 2_000_000L;

    private final Attack attack;
    private final List<RawClient> enemies = new ArrayList<>();

    private SlowHeaders(Attack attack) {
        this.attack = attack;
    }

    static Siege pitch(Attack attack) throws IOException {
        SlowHeaders siege = new SlowHeaders(attack);
        for (int i = 0; i < HELD; i++) {
            siege.enemies.add(siege.begun());
        }
        return siege;
    }

    private RawClient begun() throws IOException {
        RawClient enemy = RawClient.connect(attack.http());
        enemy.raw("GET /api/server HTTP/1.1\r\n" + Web.OWN + "X-More: ");
        return enemy;
    }

    /** Somebody else is served beside them. */
    @Override
    public void press() throws IOException {
        for (int i = 0; i < HELD; i++) {
            try {
                enemies.get(i).raw("a");
            } catch (SocketException cutOff) {
                enemies.get(i).close();
                enemies.set(i, begun());
            }
        }
        String status = attack.web().status("GET /api/server", Web.OWN, "");
        if (!status.equals("200")) {
            throw new AssertionError("another one's request was answered by '" + status + "'");
        }
        Await.time(System.nanoTime() + PAUSE);
    }

    /** Each of them is cut off, or this fails after 10 s. */
    @Override
    public void close() throws IOException {
        for (RawClient enemy : enemies) {
            enemy.awaitEnd();
            enemy.close();
        }
    }
}
