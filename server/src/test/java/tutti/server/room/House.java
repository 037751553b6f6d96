package tutti.server.room;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import tutti.server.http.Api;
import tutti.server.kv.FileSnapshots;
import tutti.server.kv.SnapshotStore;
import tutti.server.net.Config;
import tutti.server.net.Gateway;
import tutti.server.store.H2Journal;
import tutti.server.store.Journal;
import tutti.server.store.StoreWatch;

/** A whole server but for HTTP: real store, real files, real sockets on loopback. */
final class House implements AutoCloseable {
    final Journal journal;
    final SnapshotStore files;
    final RoomHost host;
    final Gateway gateway;
    final Api api;
    final AtomicReference<Throwable> failure = new AtomicReference<>();

    House(Path data) throws IOException {
        this(data, bell -> H2Journal.open(data, bell));
    }

    /** How a test opens the journal. */
    interface Opener {
        Journal open(StoreWatch watch) throws IOException;
    }

    House(Path data, Opener opener) throws IOException {
        StoreBell bell = new StoreBell();
        this.journal = opener.open(bell);
        this.files = FileSnapshots.open(data.resolve("kv"), Papers.stamps());
        this.host = RoomHost.open(journal, files, bell);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.gateway = Gateway.open(Config.at(any), host.intake(failure::set));
        this.api = host.api();
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + gateway.address().getPort() + Config.PATH);
    }

    /** As SIGTERM does. */
    @Override
    public void close() throws IOException {
        gateway.close();
        host.close();
        journal.close();
    }

    /** As near to a crash as a living process can: nothing is paid, only the folder is let go. */
    void crash() throws IOException {
        gateway.close();
        journal.close();
    }
}
