package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.client.state.Line;
import tutti.client.state.SessionLoop;
import tutti.client.state.Sessions;
import tutti.model.SessionId;

@DisplayName("Through the door of a window")
class DoorTest {
    @TempDir
    private Path data;

    private final Fresh fresh = new Fresh();
    private final List<String> done = new ArrayList<>();
    private final Door door = new Door(this::open, () -> done.add("left"));

    private record Nowhere() implements Line {
        @Override
        public void send(String frame) {
            assertTrue(!frame.isEmpty());
        }

        @Override
        public void well() {}

        @Override
        public void again() {
            send("again");
        }

        @Override
        public void close() {
            send("close");
        }
    }

    private SessionLoop open(Home there) throws IOException {
        if (there.id().text().equals("broken")) {
            throw new IOException("its outbox cannot be read");
        }
        done.add(there.id().text());
        Identity me = Identity.load(data.resolve("identity"), fresh);
        return new Sessions(data, () -> System.nanoTime() / 1_000, fresh::outbox)
                .open(there.id(), me.secret(), me.profile(), ends -> new Nowhere(), status -> {}, words -> {});
    }

    private static Home home(String id) {
        URI http = URI.create("http://127.0.0.1:1");
        return new Home(
                new SessionId(id),
                "",
                () -> new ServerCard(http, "0.1.0", 1, URI.create("ws://127.0.0.1:2/live"), ""),
                (server, room) -> {});
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    @DisplayName("goes who asked last, also if what was asked before takes longer to find")
    void lastAskedIsThere() throws IOException {
        long slow = door.turn();
        long quick = door.turn();
        door.enter(quick, home("quick"));
        door.enter(slow, home("slow"));
        assertEquals(List.of("left", "quick"), done);
        assertEquals(Optional.of("quick"), door.home().map(home -> home.id().text()));
    }

    @Test
    @DisplayName("one room is left before the next is there, and ends")
    void oneAtATime() throws IOException {
        door.enter(door.turn(), home("first"));
        SessionLoop first = door.loop().orElseThrow();
        door.enter(door.turn(), home("second"));
        assertEquals(List.of("left", "first", "left", "second"), done);
        assertTrue(!first.endGesture());
        assertTrue(door.loop().orElseThrow().endGesture());
    }

    @Test
    @DisplayName("nobody comes to a room that cannot be opened, nor to any once it is shut")
    void nobody() throws IOException {
        door.enter(door.turn(), home("first"));
        long turn = door.turn();
        assertThrows(IOException.class, () -> door.enter(turn, home("broken")));
        assertEquals(Optional.empty(), door.loop());
        door.close();
        door.enter(door.turn(), home("late"));
        assertEquals(Optional.empty(), door.loop());
    }
}
