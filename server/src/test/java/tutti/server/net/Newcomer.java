package tutti.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import tutti.model.SessionId;
import tutti.sync.ClientMessage;
import tutti.sync.ServerMessage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/** Who comes, is shown the whole document, and leaves for good. */
final class Newcomer {
    private Newcomer() {}

    /** Nanoseconds from connecting to the last piece of the snapshot, read and understood. */
    static long arrive(InetSocketAddress server, SessionId session, Codec codec) throws IOException {
        long from = System.nanoTime();
        try (RawClient socket = RawClient.open(server)) {
            socket.send(codec.write(BenchClient.hello(session, "newcomer")));
            while (!isLast(codec.readServer(socket.readText()))) {
                // read on
            }
            long took = System.nanoTime() - from;
            socket.send(codec.write(new ClientMessage.Leave()));
            return took;
        }
    }

    private static boolean isLast(Parsed<ServerMessage> said) {
        return said instanceof Parsed.Of<ServerMessage>(ServerMessage message)
                && message instanceof ServerMessage.Snapshot snapshot
                && snapshot.last();
    }
}
