package tutti.server.api;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import tutti.server.store.Bytes;
import tutti.server.store.Disk;
import tutti.wire.Json;

/**
 * {@code server.json} in the data folder: by it a client on this machine finds the server. It is whole or not there,
 * and removed when the server ends as it should; after a crash it is stale, so a reader asks the address that it names.
 */
final class ServerCard {
    static final String FILE = "server.json";

    private ServerCard() {}

    /** Writes it, and sees to it that it goes first when the server closes. */
    static void write(Options options, TuttiServer server, Closers closers) throws StartFailed {
        Path file = options.data().resolve(FILE);
        try {
            Disk.SYSTEM.replace(file, Bytes.utf8(text(options.bind(), server)));
            closers.add(() -> Files.deleteIfExists(file));
        } catch (IOException e) {
            throw new StartFailed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String text(InetAddress bind, TuttiServer server) {
        return Json.Obj.EMPTY
                .with("bind", bind.getHostAddress())
                .with("http", server.httpAddress())
                .with("httpPort", server.http().getPort())
                .with("pid", ProcessHandle.current().pid())
                .with("start", server.startId())
                .with("version", TuttiServer.VERSION)
                .with("ws", server.wsAddress())
                .with("wsPort", server.ws().getPort())
                .text();
    }
}
