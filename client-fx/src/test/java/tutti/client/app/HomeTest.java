package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.SessionId;

@DisplayName("A room and where it is")
class HomeTest {
    private static final SessionId ROOM = new SessionId("room");

    private final List<String> done = new ArrayList<>();

    private static ServerCard server(int port) {
        URI http = URI.create("http://127.0.0.1:" + port);
        return new ServerCard(http, "0.1.0", 1, URI.create("ws://127.0.0.1:" + (port + 1) + "/live"), "");
    }

    @Test
    @DisplayName("is looked for anew at every dial, since a server may come back elsewhere")
    void anew() throws IOException {
        List<ServerCard> cards = new ArrayList<>(List.of(server(1_000), server(2_000)));
        Home home = new Home(ROOM, "", cards::removeFirst, (server, id) -> {});
        assertEquals(server(1_000).line(), home.dial());
        assertEquals(server(2_000).line(), home.dial());
    }

    @Test
    @DisplayName("is made, if it is missing, on the server that was found and before its line is dialled")
    void made() throws IOException {
        Home home = new Home(
                ROOM,
                "",
                () -> {
                    done.add("found");
                    return server(1_000);
                },
                (server, id) ->
                        done.add("made " + id.text() + " at " + server.http().getPort()));
        home.dial();
        assertEquals(List.of("found", "made room at 1000"), done);
    }

    @Test
    @DisplayName("that cannot be found or made is no dial, and the words of why reach whoever dialled")
    void failed() {
        Home nowhere = new Home(
                ROOM,
                "",
                () -> {
                    throw new IOException("nobody answers");
                },
                (server, id) -> done.add("made"));
        assertEquals(
                "nobody answers", assertThrows(IOException.class, nowhere::dial).getMessage());
        assertEquals(List.of(), done);
        Home full = new Home(ROOM, "", () -> server(1_000), (server, id) -> {
            throw new IOException("the disk is full");
        });
        assertEquals(
                "the disk is full", assertThrows(IOException.class, full::dial).getMessage());
    }

    @Test
    @DisplayName("of another machine is called by that machine's address, one of this machine by nothing")
    void host() {
        try (ServerHttp http = new ServerHttp()) {
            assertEquals(
                    "192.0.2.7:7788",
                    Home.there(ROOM, URI.create("http://192.0.2.7:7788"), http).host());
        }
        assertEquals("", new Home(ROOM, "", () -> server(1_000), (server, id) -> {}).host());
    }
}
