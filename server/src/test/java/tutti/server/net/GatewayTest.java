package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("The gateway")
class GatewayTest {
    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    @DisplayName("hands a client's messages over in order and its end last")
    void handsOver() throws Exception {
        RecordingIntake intake = new RecordingIntake();
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake);
                RawClient client = RawClient.open(gateway.address())) {
            Connection connection = intake.awaitOpened();
            assertEquals("127.0.0.1", connection.address());
            client.send("one");
            client.send("zwölf");
            client.close(1000);
            assertEquals("one", intake.awaitText());
            assertEquals("zwölf", intake.awaitText());
            RecordingIntake.Closed closed = intake.awaitClosed();
            assertEquals(connection.id(), closed.connection().id());
            assertTrue(closed.clean());
        }
    }

    @Test
    @DisplayName("tells nothing of a connection after its end, though a message was already on its way")
    void endIsLast() throws Exception {
        RecordingIntake intake = new RecordingIntake();
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake);
                RawClient client = RawClient.open(gateway.address())) {
            SocketConnection connection = (SocketConnection) intake.awaitOpened();
            client.close(1000);
            intake.awaitClosed();
            connection.text("late");
            connection.closed(true);
            assertTrue(intake.isQuiet());
        }
    }

    @Test
    @DisplayName("tells a socket that just vanished from one that said goodbye")
    void tellsLostFromClosed() throws Exception {
        RecordingIntake intake = new RecordingIntake();
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake)) {
            RawClient.open(gateway.address()).close();
            assertFalse(intake.awaitClosed().clean());
        }
    }

    @Test
    @DisplayName("keeps who is in while no file handle is left, and lets newcomers in as soon as there is one")
    void noHandles() throws Exception {
        AtomicBoolean spare = new AtomicBoolean(true);
        CountDownLatch turnedDown = new CountDownLatch(1);
        BooleanSupplier handles = () -> {
            if (!spare.get()) {
                turnedDown.countDown();
            }
            return spare.get();
        };
        RecordingIntake intake = RecordingIntake.echoing();
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake, System::nanoTime, handles);
                RawClient old = RawClient.open(gateway.address())) {
            intake.awaitOpened();
            spare.set(false);
            try (RawClient fresh = RawClient.connect(gateway.address())) {
                assertTrue(turnedDown.await(10, TimeUnit.SECONDS), "the newcomer knocks");
                old.send("still here");
                assertEquals("still here", old.readText());
                assertEquals(1, gateway.connections());
                spare.set(true);
                fresh.enter(gateway.address());
                fresh.send("at last");
                assertEquals("at last", fresh.readText());
            }
        }
    }

    @Test
    @DisplayName("sends frames of every length form intact")
    void sendsEveryLength() throws Exception {
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), RecordingIntake.echoing());
                RawClient client = RawClient.open(gateway.address())) {
            for (int length : new int[] {0, 1, 125, 126, 127, 65_535, 65_536}) {
                String text = "x".repeat(length);
                client.send(text);
                assertEquals(text, client.readText());
            }
        }
    }

    @Test
    @DisplayName("gives one commit to every follower, and what belongs after it afterwards")
    void followersGetCommits() throws Exception {
        RecordingIntake intake = new RecordingIntake();
        Ring ring = new Ring(7, 100, 1 << 20);
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake);
                RawClient author = RawClient.open(gateway.address());
                RawClient other = RawClient.open(gateway.address())) {
            Connection first = intake.awaitOpened();
            Connection second = intake.awaitOpened();
            first.follow(Frame.text("welcome"), ring, 7, GatewayTest::nothing);
            second.follow(Frame.text("welcome"), ring, 7, GatewayTest::nothing);
            first.tell(Frame.text("settled 9"), 9);
            second.tell(Frame.text("settled 9"), 9);
            ring.append(List.of(new Piece(8, Frame.text("row 8")), new Piece(9, Frame.text("row 9"))));
            for (RawClient client : List.of(author, other)) {
                assertEquals("welcome", client.readText());
                assertEquals("row 8", client.readText());
                assertEquals("row 9", client.readText());
                assertEquals("settled 9", client.readText());
            }
        }
    }

    @Test
    @DisplayName("lets a newcomer in through snapshot and journal, then the ring")
    void newcomerCatchesUp() throws Exception {
        RecordingIntake intake = new RecordingIntake();
        Ring ring = new Ring(0, 10, 1 << 20);
        List<Piece> rows = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> new Piece(i, Frame.text("row " + i)))
                .toList();
        ring.append(rows);
        Backlog backlog = position -> position == Ring.NOTHING
                ? List.of(new Piece(Ring.NOTHING, Frame.text("part 1")), new Piece(20, Frame.text("part 2")))
                : rows.subList((int) position, (int) Math.min(position + 7, 50));
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake);
                RawClient client = RawClient.open(gateway.address())) {
            intake.awaitOpened().follow(Frame.text("welcome"), ring, Ring.NOTHING, backlog);
            assertEquals("welcome", client.readText());
            assertEquals("part 1", client.readText());
            assertEquals("part 2", client.readText());
            for (int row = 21; row <= 50; row++) {
                assertEquals("row " + row, client.readText());
            }
        }
    }

    @Test
    @DisplayName("sends the close frame before it closes, however soon that is")
    void closesAtOnce() throws Exception {
        RecordingIntake intake = new RecordingIntake((connection, message) -> connection.close(4000, message));
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake)) {
            for (int i = 0; i < 300; i++) {
                try (RawClient client = RawClient.connect(gateway.address())) {
                    client.hurry(gateway.address(), "go");
                    assertEquals(4000, client.awaitCloseCode());
                }
            }
        }
    }

    @Test
    @DisplayName("closes with 1011 when the backlog cannot be read")
    void brokenBacklogCloses() throws Exception {
        RecordingIntake intake = new RecordingIntake();
        Backlog broken = position -> {
            throw new IOException("the disk is gone");
        };
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake);
                RawClient client = RawClient.open(gateway.address())) {
            intake.awaitOpened().follow(Frame.text("welcome"), new Ring(3, 10, 100), Ring.NOTHING, broken);
            assertEquals(1011, client.awaitCloseCode());
        }
    }

    @Test
    @DisplayName("closes one connection, and only that, when its message makes the owner fail")
    void failingOwner() throws Exception {
        RecordingIntake intake = new RecordingIntake((connection, message) -> {
            if (message.equals("bug")) {
                throw new IllegalStateException("planted");
            }
            connection.tell(Frame.text(message));
        });
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake);
                RawClient client = RawClient.open(gateway.address());
                RawClient neighbour = RawClient.open(gateway.address())) {
            client.send("bug");
            assertEquals(1011, client.awaitCloseCode());
            neighbour.send("still here");
            assertEquals("still here", neighbour.readText());
        }
    }

    @Test
    @DisplayName("says in one exception that its port is in use")
    void portInUse() throws Exception {
        try (Gateway gateway = Gateway.open(Config.at(ANY_PORT), new RecordingIntake())) {
            Config same = Config.at(gateway.address());
            assertThrows(
                    BindException.class,
                    () -> Gateway.open(same, new RecordingIntake()).close());
        }
    }

    @Test
    @DisplayName("says goodbye with 1001 when it closes, and its port is free")
    void closing() throws Exception {
        RecordingIntake intake = new RecordingIntake();
        Gateway gateway = Gateway.open(Config.at(ANY_PORT), intake);
        try (RawClient client = RawClient.open(gateway.address())) {
            intake.awaitOpened();
            gateway.close();
            assertEquals(1001, client.awaitCloseCode());
            intake.awaitClosed();
            assertTrue(intake.failures.isEmpty());
        }
        Gateway.open(Config.at(gateway.address()), intake).close();
    }

    private static List<Piece> nothing(long position) {
        throw new IllegalStateException("asked for the backlog after " + position);
    }
}
