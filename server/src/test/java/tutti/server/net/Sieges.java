package tutti.server.net;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tutti.model.PatternSlot;
import tutti.server.store.Await;
import tutti.sync.ClientMessage;
import tutti.sync.Pointer;
import tutti.sync.Profile;
import tutti.wire.Codec;

/** Enemies who stay: what they hold, they hold for the whole round. */
final class Sieges {
    private static final long PAUSE = 2_000_000L;
    /** Between two words of who talks as fast as anybody may. */
    private static final long STEADY = 12_000_000L;

    private static final int SMALL = 4 * 1024;
    private static final int HALF_OPEN = 16;
    private static final int SLOW = 40;
    private static final int UNREAD = 8;
    private static final int AT_ONCE = 50;
    /** Pings that are heard at once, or stand in the buffers of both systems. */
    private static final int IN_BUFFERS = 4_000;

    /** Of all connections; one that does not read has some frames and the probe in its queue. */
    private static final double WAITING = 2.0 * Limits.WAITING_BYTES + tutti.sync.Limits.SERVER_FRAME;

    private static final AtomicInteger ENEMIES = new AtomicInteger();

    private Sieges() {}

    private static void expect(boolean as, String otherwise) {
        if (!as) {
            throw new AssertionError(otherwise);
        }
    }

    /** Handshakes that do not end; the server ends them. */
    static Siege halfOpen(Attack attack) throws IOException {
        List<RawClient> enemies = new ArrayList<>();
        for (int i = 0; i < HALF_OPEN; i++) {
            RawClient enemy = RawClient.connect(attack.line());
            enemy.raw("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\n");
            enemies.add(enemy);
        }
        return new Siege() {
            @Override
            public void press() {
                Await.time(System.nanoTime() + PAUSE);
            }

            @Override
            public void close() throws IOException {
                for (RawClient enemy : enemies) {
                    enemy.awaitEnd();
                    enemy.close();
                }
            }
        };
    }

    /** In the neighbour's own room, whose every row is for it too; it catches up when it reads at last. */
    static Siege slowReader(Attack attack) throws IOException {
        RawClient enemy = RawClient.connect(attack.line(), SMALL);
        enemy.enter(attack.line());
        enemy.send(new Codec().write(HonestClient.hello(attack.session(), Attack.SECRET, "slow")));
        return new Siege() {
            private int sent;

            @Override
            public void press() throws IOException {
                enemy.send(ping(++sent));
                Await.time(System.nanoTime() + STEADY);
            }

            @Override
            public void close() throws IOException {
                double waiting = attack.web().metric("tutti_waiting_bytes");
                expect(waiting <= WAITING, waiting + " bytes wait for who does not read");
                enemy.send(ping(++sent));
                String last = "\"sent\":" + sent + ",";
                while (!enemy.readText().contains(last)) {
                    // read on
                }
                enemy.close();
            }
        };
    }

    /** Pings whose pongs are not read: one is owed at a time, and so fewer come than were asked for. */
    static Siege pings(Attack attack) throws IOException {
        RawClient enemy = RawClient.connect(attack.line(), SMALL);
        enemy.enter(attack.line());
        byte[] ping = RawClient.frame(0x80 | RawClient.PING, new byte[125], true);
        return new Siege() {
            private int sent;

            @Override
            public void press() throws IOException {
                for (int i = 0; i < 2_000; i++) {
                    enemy.raw(ping);
                }
                sent += 2_000;
            }

            @Override
            public void close() throws IOException {
                enemy.raw(RawClient.frame(0x80 | RawClient.PING, new byte[] {1}, true));
                int pongs = 0;
                RawClient.Received next = enemy.read();
                while (next.opcode() != RawClient.PONG || next.payload().length != 1) {
                    pongs += next.opcode() == RawClient.PONG ? 1 : 0;
                    next = enemy.read();
                }
                expect(pongs < sent, pongs + " pongs of " + sent + " were kept for who did not read them");
                enemy.close();
            }
        };
    }

    /**
     * Pings of the protocol, a client's clock gone mad, of which every other one comes before any Hello. No more of
     * them are heard than the protocol says, but for what stands in buffers.
     */
    static Siege clocks(Attack attack) throws IOException {
        RawClient enemy = RawClient.brief(attack.line());
        int number = ENEMIES.incrementAndGet() % 4;
        if (number % 2 == 0) {
            String secret = "secret-of-an-enemy-who-pings-" + number;
            enemy.send(new Codec().write(HonestClient.hello(attack.session(), secret, "clock")));
        }
        long begun = System.nanoTime();
        return new Siege() {
            private int sent;

            @Override
            public void press() throws IOException {
                for (int i = 0; i < AT_ONCE; i++) {
                    enemy.send(ping(++sent));
                }
            }

            @Override
            public void close() throws IOException {
                double seconds = (System.nanoTime() - begun) / 1e9;
                double most = IN_BUFFERS + 100 * seconds;
                expect(sent <= most, sent + " pings were heard in " + seconds + " s");
                enemy.close();
            }
        };
    }

    private static String ping(int sent) {
        return "{\"sent\":" + sent + ",\"type\":\"Ping\",\"worst\":0}";
    }

    /** Points and renames as fast as it is heard, in the neighbour's own room, and reads nothing; it stays in. */
    static Siege pointers(Attack attack) throws IOException {
        String secret = "secret-of-an-enemy-who-points-" + ENEMIES.incrementAndGet() % 4;
        HonestClient enemy = HonestClient.join(RawClient.brief(attack.line()), attack.session(), secret, "pointer");
        return new Siege() {
            private int said;

            @Override
            public void press() throws IOException {
                Pointer at = new Pointer(PatternSlot.A, Optional.empty(), Optional.of(said++ % AT_ONCE));
                enemy.say(new ClientMessage.Point(Optional.of(at)));
                enemy.say(new ClientMessage.Rename(new Profile("Point " + said, 1)));
            }

            @Override
            public void close() throws IOException {
                enemy.close();
            }
        };
    }

    /** Bodies of which a byte comes now and then: another one's is taken beside them. */
    static Siege slowBodies(Attack attack) throws IOException {
        List<Socket> enemies = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            Socket enemy = attack.web().connect(0);
            enemy.getOutputStream().write(Web.head("POST /api/sessions", Web.OWN, 9_000_000));
            enemy.getOutputStream().write(new byte[i % 2 == 0 ? 1 : 70 * 1024]);
            enemies.add(enemy);
        }
        return new Siege() {
            @Override
            public void press() throws IOException {
                for (Socket enemy : enemies) {
                    enemy.getOutputStream().write('x');
                }
                Await.time(System.nanoTime() + PAUSE);
            }

            @Override
            public void close() throws IOException {
                expect(
                        attack.web()
                                .status("POST /api/sessions", Web.OWN, attack.heavy())
                                .equals("201"),
                        "refused");
                expect(attack.web().status("GET /healthz", Web.OWN, "").equals("200"), "not well");
                for (Socket enemy : enemies) {
                    enemy.close();
                }
            }
        };
    }

    /** Replies that nobody reads: another one's are sent beside them. */
    static Siege slowReplies(Attack attack) throws IOException {
        List<Socket> enemies = new ArrayList<>();
        for (int i = 0; i < UNREAD; i++) {
            Socket enemy = attack.web().connect(SMALL);
            enemy.getOutputStream().write(Web.head("GET /api/sessions/" + Attack.HEAVY, Web.OWN, 0));
            enemies.add(enemy);
        }
        return new Siege() {
            @Override
            public void press() throws IOException {
                expect(attack.web().status("GET /api/server", Web.OWN, "").equals("200"), "a small reply is refused");
                Await.time(System.nanoTime() + PAUSE);
            }

            @Override
            public void close() throws IOException {
                for (Socket enemy : enemies) {
                    String begun = new String(enemy.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                    expect(begun.equals("HTTP/1.1 200") || begun.equals("HTTP/1.1 503"), begun);
                    enemy.close();
                }
            }
        };
    }

    /** The heaviest document, of a room that is awake, again and again. */
    static Siege heavyReads(Attack attack) throws IOException {
        return awake(
                attack,
                each -> each.web()
                        .ask("GET /api/sessions/" + Attack.HEAVY, Web.OWN, "")
                        .expectServedOrLater("200"));
    }

    /** Who comes to a room that is awake, where nothing has to be loaded first, and is shown its heavy document. */
    static Siege heavyWelcomes(Attack attack) throws IOException {
        return awake(attack, Sieges::newcomers);
    }

    private static Siege awake(Attack attack, Siege.Strike strike) throws IOException {
        RawClient resident = newcomer(attack);
        return new Siege() {
            @Override
            public void press() throws IOException {
                strike.once(attack);
            }

            @Override
            public void close() throws IOException {
                resident.close();
            }
        };
    }

    /** Who comes, is shown the whole of a heavy document, and comes again. */
    static void newcomers(Attack attack) throws IOException {
        try (RawClient enemy = newcomer(attack)) {
            while (!enemy.readText().contains("\"last\":true")) {
                // read on
            }
            enemy.send(new Codec().write(new ClientMessage.Leave()));
        }
    }

    private static RawClient newcomer(Attack attack) throws IOException {
        RawClient enemy = RawClient.open(attack.line());
        String name = "newcomer-" + ENEMIES.incrementAndGet() % 40;
        tutti.model.SessionId heavy = new tutti.model.SessionId(Attack.HEAVY);
        enemy.send(new Codec().write(HonestClient.hello(heavy, "secret-of-an-enemy-" + name, name)));
        return enemy;
    }
}
