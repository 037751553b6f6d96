package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Outcome;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.store.H2Journal;
import tutti.server.store.Journal;
import tutti.server.store.Load;
import tutti.server.store.StoreWatch;
import tutti.server.store.Window;
import tutti.sync.Chain;
import tutti.sync.Row;
import tutti.wire.Codec;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.Parsed;
import tutti.wire.Stamp;

/** One server and two clients as real processes; the server and the clients are killed again and again. */
@Tag("slow")
@Tag("fault")
class NothingIsLostTest {
    private static final SessionId ROOM = new SessionId("two-laptops");
    private static final int EDITS = 1_000;
    private static final int SERVER_KILLS = 10;
    private static final List<Integer> CLIENT_KILLS = List.of(250, 500, 750);
    private static final String KV_WRITES = "tutti_kv_writes_total";

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @DisplayName(
            "2,000 edits from two clients, ten kills of the server, three of each client: nothing acknowledged is lost")
    void nothingIsLost() throws Exception {
        Files.createDirectories(folder.resolve("server"));
        try (ServerProgram server = new ServerProgram(folder.resolve("server"), folder.resolve("server.err"));
                Clients clients = new Clients(server)) {
            clients.workWhileTheServerDies(server);
            String body = clients.agreeWith(server);
            assertEquals(0, server.metric(KV_WRITES), "no KV write while somebody is in");
            clients.leave();
            server.awaitMetric(KV_WRITES, writes -> writes >= 1);
            assertEquals(body, server.kvFile(ROOM));
            clients.visitAgain(server);
            Document served = server.served(ROOM);
            assertEquals(0, server.stop(), "SIGTERM is a clean end");
            List<Row> rows = journal();
            clients.areEachInTheJournalOnce(rows);
            assertEquals(read(body), folded(rows, read(body)), "what both replicas and the server had");
            assertEquals(served, folded(rows, served), "what the server had at last");
            assertEquals(served, server.kvDocument(ROOM));
            new FaultLine(
                            "kill -9 of server and clients",
                            "SIGKILL of the server and of each client, also while it writes its outbox file",
                            SERVER_KILLS + 2 * CLIENT_KILLS.size(),
                            clients.a.acknowledged().size()
                                    + clients.b.acknowledged().size(),
                            "-")
                    .print();
        }
    }

    private final class Clients implements AutoCloseable {
        private final Semaphore acknowledgements = new Semaphore(0);
        private final EditingClient a;
        private final EditingClient b;

        Clients(ServerProgram server) throws IOException, InterruptedException {
            String document = Documents.text(new Stamp(ROOM, 0, Chain.NONE, ""), twoTracks());
            assertEquals(201, server.post("/api/sessions", document));
            a = client(server, "a");
            b = client(server, "b");
        }

        private EditingClient client(ServerProgram server, String name) throws IOException, InterruptedException {
            List<String> arguments = List.of(
                    folder.resolve(name).toString(),
                    server.line().toString(),
                    ROOM.text(),
                    "secret-of-client-" + name + "-000000",
                    name);
            return EditingClient.headless(
                    name, arguments, folder.resolve(name + ".err"), CLIENT_KILLS, acknowledgements::release);
        }

        void workWhileTheServerDies(ServerProgram server) throws Exception {
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                List<Future<Boolean>> work = List.of(pool.submit(work(a)), pool.submit(work(b)));
                for (int kill = 1; kill <= SERVER_KILLS; kill++) {
                    acknowledgements.acquire(2 * EDITS / (SERVER_KILLS + 2));
                    server.killAndRestart();
                }
                for (Future<Boolean> done : work) {
                    assertTrue(done.get());
                }
            }
        }

        private Callable<Boolean> work(EditingClient client) {
            return () -> {
                client.work(EDITS);
                return true;
            };
        }

        /** Both replicas and the server say the same. */
        String agreeWith(ServerProgram server) throws IOException, InterruptedException {
            EditingClient.Settled ofA = a.settle();
            EditingClient.Settled ofB = b.settle();
            while (ofA.seq() != ofB.seq()) {
                ofA = a.settle();
                ofB = b.settle();
            }
            assertEquals(ofA, ofB);
            String body = server.get("/api/sessions/" + ROOM.text());
            Document document = read(body);
            Stamp stamp = document.stamp().orElseThrow();
            assertEquals(ofA.seq(), stamp.seq());
            String plain = Documents.text(new Stamp(ROOM, stamp.seq(), Chain.NONE, ""), document.session());
            assertEquals(ofA.sum(), HeadlessClient.sum(plain));
            return body;
        }

        void leave() throws InterruptedException {
            a.leave();
            b.leave();
        }

        /** A visit that changes something writes once; a visit that does not, never. */
        void visitAgain(ServerProgram server) throws IOException, InterruptedException {
            server.awaitMetric("tutti_rooms", rooms -> rooms == 0);
            long before = server.metric(KV_WRITES);
            assertEquals(1, before);
            a.comeAgain();
            a.work(2);
            a.leave();
            server.awaitMetric(KV_WRITES, writes -> writes > before);
            server.awaitMetric("tutti_rooms", rooms -> rooms == 0);
            a.comeAgain();
            a.settle();
            a.leave();
            server.awaitMetric("tutti_rooms", rooms -> rooms == 0);
            assertEquals(before + 1, server.metric(KV_WRITES));
        }

        void areEachInTheJournalOnce(List<Row> all) {
            Map<String, Integer> rows = new HashMap<>();
            for (Row row : all) {
                rows.merge(row.gesture().text(), 1, Integer::sum);
            }
            List<String> acknowledged = new ArrayList<>(a.acknowledged());
            acknowledged.addAll(b.acknowledged());
            assertTrue(acknowledged.size() > 2 * EDITS - 20, "only " + acknowledged.size());
            for (String gesture : acknowledged) {
                int times = rows.getOrDefault(gesture, 0);
                boolean twice = gesture.equals("a-0") || gesture.equals("a-1");
                assertEquals(twice ? 2 : 1, times, gesture);
            }
            Set<String> unknown = new TreeSet<>(a.asked());
            unknown.addAll(b.asked());
            assertTrue(unknown.containsAll(rows.keySet()), "rows of what nobody asked");
            acknowledged.forEach(unknown::remove);
            assertEquals(2 * CLIENT_KILLS.size(), unknown.size(), "a client died over each: " + unknown);
            for (String gesture : unknown) {
                assertTrue(rows.getOrDefault(gesture, 0) <= 1, gesture + ", of which nobody heard, was done twice");
            }
        }

        @Override
        public void close() {
            a.close();
            b.close();
        }
    }

    private List<Row> journal() throws Exception {
        StoreWatch quiet = new StoreWatch() {
            @Override
            public void lost(String reason) {
                throw new IllegalStateException(reason);
            }

            @Override
            public void well() {
                // it was never ill
            }
        };
        try (Journal journal = H2Journal.open(folder.resolve("server"), quiet)) {
            Load.Found found = (Load.Found) journal.load(ROOM, new Window(100_000, Long.MAX_VALUE));
            Codec codec = new Codec();
            return found.rows().stream()
                    .map(row ->
                            (Parsed.Of<Row>) codec.read(Row.class, row.bytes().text(), tutti.sync.Limits.SERVER_FRAME))
                    .map(Parsed.Of::value)
                    .toList();
        }
    }

    /** The birth and the rows up to the place of a document, by the reducer alone. */
    private static Document folded(List<Row> rows, Document like) {
        Session session = twoTracks();
        long seq = 0;
        for (Row row :
                rows.subList(0, Math.toIntExact(like.stamp().orElseThrow().seq()))) {
            assertEquals(++seq, row.seq());
            session = assertInstanceOf(Outcome.Changed.class, Reducer.reduce(session, row.mutations()))
                    .next();
        }
        return new Document(like.stamp(), session);
    }

    private static Document read(String body) {
        return switch (Documents.read(body.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Of<Document> read -> read.value();
            case Parsed.Malformed<Document> malformed -> throw new AssertionError(malformed.text());
        };
    }

    private static Session twoTracks() {
        List<Mutation> mutations = new ArrayList<>();
        for (String id : List.of("a", "b")) {
            NodeId node = new NodeId(id);
            String position = Order.spread(node, id.equals("a") ? 0 : 1, 2);
            mutations.add(new Mutation.Insert<>(
                    new Root.OfTrack(node), List.of(TrackFields.POSITION.of(position), TrackFields.NAME.of(id))));
        }
        return ((Outcome.Changed) Reducer.reduce(Session.BLANK, mutations)).next();
    }
}
