package tutti.client.app;

import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import tutti.client.net.Dialler;
import tutti.model.Session;
import tutti.model.SessionId;

/**
 * A room and where it is: finds its server again whenever it is dialled, and makes the session there if it is mine to
 * make. Blocks.
 */
final class Home implements Dialler {
    /** Where a server is right now. */
    interface Finder {
        /** @throws IOException in words, if there is none */
        ServerCard find() throws IOException;
    }

    /** Makes a session where there is none of that id. */
    interface Maker {
        void makeIfMissing(ServerCard server, SessionId id) throws IOException;
    }

    private final SessionId id;
    private final String host;
    private final Finder finder;
    private final Maker maker;

    Home(SessionId id, String host, Finder finder, Maker maker) {
        this.id = id;
        this.host = host;
        this.finder = finder;
        this.maker = maker;
    }

    /** A room of this machine's server, which is started if none runs. */
    static Home here(SessionId id, LocalServer local, ServerHttp http, Supplier<Session> birth) {
        return new Home(id, "", local, making(http, birth));
    }

    /** A room of this machine's server that was made already. */
    static Home listed(SessionId id, LocalServer local) {
        return new Home(id, "", local, (server, room) -> {});
    }

    private static Maker making(ServerHttp http, Supplier<Session> birth) {
        return (server, room) -> {
            if (!http.has(server.http(), room)) {
                http.create(server.http(), room, birth.get());
            }
        };
    }

    /** A room of another machine's server. */
    static Home there(SessionId id, URI address, ServerHttp http) {
        return new Home(id, address.getAuthority(), () -> http.server(address), (server, room) -> {});
    }

    /** A room beside this one, on the same server, that was made already. */
    Home beside(SessionId other) {
        return new Home(other, host, finder, (server, room) -> {});
    }

    /** Another room in the place of this one, which is made as this one was, if this one was to be made. */
    Home anew(SessionId other) {
        return new Home(other, host, finder, maker);
    }

    /** Where its server answers now. Blocks. */
    URI server() throws IOException {
        return finder.find().http();
    }

    SessionId id() {
        return id;
    }

    /** What to call the machine; empty for this one. */
    String host() {
        return host;
    }

    @Override
    public URI dial() throws IOException {
        ServerCard server = finder.find();
        maker.makeIfMissing(server, id);
        return server.line();
    }
}
