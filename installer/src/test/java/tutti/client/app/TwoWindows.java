package tutti.client.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tutti.client.audio.SoundCatalogue;
import tutti.client.ui.Sync;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.api.Options;
import tutti.server.api.StartFailed;
import tutti.server.api.TuttiServer;

/** A server and two windows on it. The host's window lies on the server's folder; the guest joined by address. */
final class TwoWindows implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final SoundCatalogue sounds = SoundCatalogue.load();
    private final SessionId room = new Fresh().session();
    private final Session birth;
    private TuttiServer server;
    private final URI address;
    private final int ws;
    Seat host;
    Seat guest;

    TwoWindows(Path folder, Session birth) throws Exception {
        FxToolkit.registerPrimaryStage();
        this.folder = folder;
        this.birth = birth;
        server = TuttiServer.start(Options.local(folder.resolve("host")));
        address = URI.create(server.httpAddress());
        ws = server.ws().getPort();
        host = openHost();
        until("the host is in", () -> live(host));
        guest = openGuest("guest");
    }

    private Seat openGuest(String name) throws IOException {
        Seat seat = new Seat(folder.resolve(name), sounds, from -> Home.there(room, address, from.http()));
        until("the guest is in", () -> live(seat) && people(host) == 2 && people(seat) == 2);
        return seat;
    }

    /** The id of the room in which both begin. */
    String id() {
        return room.text();
    }

    /** The server's address as a person types it. */
    String typed() {
        return address.getAuthority();
    }

    /** The guest's window is closed, and nobody comes. */
    void guestGoes() {
        guest.close();
        guest = null;
    }

    /** The guest leaves for good, and somebody comes who was never here. */
    void newGuest() throws IOException {
        guest.close();
        until("the guest is gone", () -> people(host) == 1);
        guest = openGuest("newcomer");
    }

    /** The guest's window is closed and opened again. */
    void reopenGuest() throws IOException {
        guest.close();
        guest = openGuest("guest");
    }

    private Seat openHost() throws IOException {
        return new Seat(
                folder.resolve("host"), sounds, seat -> Home.here(room, seat.local(), seat.http(), () -> birth));
    }

    /** The server goes away. */
    void stopServer() {
        server.close();
        until("both have lost the server", () -> lost(host) && lost(guest));
    }

    /** It comes again, at the same place on the same folder. */
    void startServer() throws StartFailed {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        server = TuttiServer.start(
                new Options(folder.resolve("host"), loopback, address.getPort(), ws, false, false, Set.of(), 64, 64));
    }

    /** The host's window is closed and opened again. */
    void reopenHost() throws IOException {
        host.close();
        host = openHost();
    }

    static boolean live(Seat seat) {
        return seat.shown().sync().link() == Sync.Link.CONNECTED;
    }

    static boolean lost(Seat seat) {
        return seat.shown().sync().link() == Sync.Link.LOST;
    }

    static int people(Seat seat) {
        return seat.shown().people().size();
    }

    /** Waits, with a deadline, for what is to come. */
    void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("never: " + what + "; " + seen("host", host) + "; " + seen("guest", guest), e);
        }
    }

    private static String seen(String who, Seat seat) {
        return seat == null
                ? who + " not here"
                : who + " " + seat.shown().sync() + " " + seat.notices() + " "
                        + seat.session().tempo() + " " + seat.shown().undoing();
    }

    @Override
    public void close() {
        host.close();
        if (guest != null) {
            guest.close();
        }
        server.close();
    }
}
