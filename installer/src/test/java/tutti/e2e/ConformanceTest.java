package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Outcome;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.sync.Secret;
import tutti.wire.Documents;
import tutti.wire.Stamp;

/** A client written from the page of the protocol alone, in another language, against the real server and clients. */
@Tag("slow")
@Tag("fault")
@DisplayName("The client in docs/conformance, which knows nothing but the protocol's page,")
class ConformanceTest {
    private static final Path ROOT = Path.of(System.getProperty("tutti.root"));
    private static final SessionId ROOM = new SessionId("three-languages");
    private static final int LOCKSTEP = 120;
    private static final int PIPELINED = 1_200;
    private static final int CONTESTED = 400;
    private static final int KILLS = 3;
    private static final int MOST_KILLS = 8;
    private static final int STEPS = 128;
    private static final Runnable NOTHING = () -> {};

    @TempDir
    private Path folder;

    @Test
    @DisplayName("writes every golden sample to the same bytes, and comes to the page's own chain and member id")
    void golden() throws Exception {
        Path samples = ROOT.resolve("shared-protocol/src/test/resources/tutti/wire");
        List<String> files = List.of(
                samples.resolve("samples.txt").toString(),
                samples.resolve("values.txt").toString());
        int lines = 0;
        for (String file : files) {
            lines += Files.readAllLines(Path.of(file)).size();
        }
        try (Program python = python("golden", files)) {
            assertEquals("golden " + lines, python.next() + python.rest());
        }
    }

    @Test
    @DisplayName(
            "converges with two of Tutti's own over three kills of the server and more, undoes, and has each edit once")
    void converges() throws Exception {
        Files.createDirectories(folder.resolve("server"));
        Semaphore acknowledged = new Semaphore(0);
        try (ServerProgram server = new ServerProgram(folder.resolve("server"), folder.resolve("server.err"))) {
            String document = Documents.text(new Stamp(ROOM, 0, Chain.NONE, ""), fullSession());
            assertEquals(201, server.post("/api/sessions", document));
            try (EditingClient a = headless(server, "a");
                    EditingClient b = headless(server, "b");
                    EditingClient p = pythonClient(server, acknowledged::release)) {
                writeOverEachOther(a, p);
                assertTrue(contest(List.of(a, b, p)) > 0, "nobody came too late for anything");
                agree(List.of(a, b, p));
                Callable<Boolean> python = work(p, PIPELINED, () -> acknowledged.release(PIPELINED));
                List<Callable<Boolean>> work = List.of(work(a, LOCKSTEP, NOTHING), work(b, LOCKSTEP, NOTHING), python);
                int kills = workWhileTheServerDies(server, acknowledged, p, work);
                agree(List.of(a, b, p));
                assertTraits(kills, p.leave());
                a.leave();
                b.leave();
                String edits = "" + (2 * LOCKSTEP + PIPELINED);
                System.out.println(String.join(
                        "\t", "fault", "another's client", "kill -9 of the server", "" + kills, edits, "0", "-"));
            }
        }
    }

    @Test
    @DisplayName("joins a room that is made of an older program's record, hears its report, and edits there")
    void adopted() throws Exception {
        Path legacy =
                Files.createDirectories(folder.resolve("server").resolve("kv").resolve("legacy"));
        Files.writeString(
                legacy.resolve(ROOM.text() + ".json"),
                "{\"id\":\"" + ROOM.text() + "\",\"state\":{\"tracks\":[{\"id\":\"shared\",\"name\":\"Hat\","
                        + "\"sampleId\":\"hat\",\"soloed\":true}],\"tempo\":111}}");
        try (ServerProgram server = new ServerProgram(folder.resolve("server"), folder.resolve("server.err"));
                EditingClient p = pythonClient(server, NOTHING)) {
            assertTrue(Integer.parseInt(p.obey("adopted", "adopted ").strip()) > 0, "nothing was reported");
            p.obey("put 5 17", "put");
            p.settle();
            assertTrue(server.get("/api/sessions/" + ROOM.text()).contains("\"velocity\":17"));
            p.leave();
        }
    }

    /** Either way the undo of the first leaves the other's work, and the client in Python is told whose it is. */
    private static void writeOverEachOther(EditingClient java, EditingClient python) throws InterruptedException {
        java.obey("put 1 33", "put");
        python.obey("put 1 44", "put");
        java.obey("undo", "undone");
        assertEquals("-", python.obey("undo", "undone ").strip());
        python.obey("put 0 11", "put");
        java.obey("put 0 22", "put");
        String owner = new Secret(secret("a")).member().text();
        assertEquals("NOTHING " + owner, python.obey("undo", "undone ").strip());
    }

    /** All write over the same few steps at once; returns how many undos of the one in Python came too late. */
    private static int contest(List<EditingClient> clients) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(clients.size())) {
            List<Future<String>> running = new ArrayList<>();
            clients.forEach(client -> running.add(pool.submit(() -> client.obey("contest " + CONTESTED, "contested"))));
            for (Future<String> done : running) {
                done.get();
            }
            return Integer.parseInt(running.getLast().get().strip());
        }
    }

    /**
     * Kills the server until it has met an edit in flight, and some times in any case. Who fails gives up all its
     * acknowledgements, so that nobody waits for them.
     */
    private static int workWhileTheServerDies(
            ServerProgram server, Semaphore acknowledged, EditingClient python, List<Callable<Boolean>> work)
            throws Exception {
        int kills = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(work.size())) {
            List<Future<Boolean>> running = new ArrayList<>();
            work.forEach(one -> running.add(pool.submit(one)));
            while (kills < KILLS || (python.again() == 0 && kills < MOST_KILLS)) {
                acknowledged.acquire(PIPELINED / (MOST_KILLS + 1));
                server.killAndRestart();
                kills++;
            }
            for (Future<Boolean> done : running) {
                assertTrue(done.get());
            }
            return kills;
        }
    }

    private static Callable<Boolean> work(EditingClient client, int edits, Runnable atTheEnd) {
        return () -> {
            try {
                client.work(edits);
                return true;
            } finally {
                atTheEnd.run();
            }
        };
    }

    /** All come to the same document; the one in Python has compared it with GET, and the chain with its own. */
    private static void agree(List<EditingClient> clients) throws InterruptedException {
        List<EditingClient.Settled> settled = new ArrayList<>();
        do {
            settled.clear();
            for (EditingClient client : clients) {
                settled.add(client.settle());
            }
        } while (settled.stream().map(EditingClient.Settled::seq).distinct().count() > 1);
        assertEquals(1, settled.stream().distinct().count(), () -> "they differ: " + settled);
    }

    /** That it met what it is here to meet. */
    private static void assertTraits(int kills, String words) {
        String[] counts = words.split(" ");
        assertTrue(Integer.parseInt(counts[0]) > 0, "no edit was in flight at any kill");
        assertEquals(kills, Integer.parseInt(counts[1]), "connections lost");
        assertTrue(Integer.parseInt(counts[2]) > 1, "the snapshot came in one piece");
    }

    private EditingClient headless(ServerProgram server, String name) throws IOException, InterruptedException {
        List<String> arguments =
                List.of(folder.resolve(name).toString(), server.line().toString(), ROOM.text(), secret(name), name);
        return EditingClient.headless(name, arguments, folder.resolve(name + ".err"), List.of(), NOTHING);
    }

    private static EditingClient pythonClient(ServerProgram server, Runnable heard)
            throws IOException, InterruptedException {
        List<String> arguments =
                List.of(server.web().toString(), server.line().toString(), ROOM.text(), secret("p"), "p");
        return new EditingClient("p", () -> python("play", arguments), List.of(), heard);
    }

    private static String secret(String name) {
        return "secret-of-client-" + name + "-000000";
    }

    /** Fails where there is no Python: a kit that nobody runs proves nothing. */
    private static Program python(String command, List<String> arguments) {
        List<String> line = new ArrayList<>(
                List.of("python3", ROOT.resolve("docs/conformance/client.py").toString(), command));
        line.addAll(arguments);
        try {
            return Program.start("python", new ProcessBuilder(line).redirectErrorStream(true));
        } catch (IOException e) {
            throw new AssertionError("the conformance kit needs Python: on Debian, apt-get install python3", e);
        }
    }

    /** A track for each, and one so full that a snapshot does not fit into one message. */
    private static Session fullSession() {
        List<Mutation> mutations = new ArrayList<>();
        List<String> ids = List.of("a", "b", "p", "shared", "full");
        for (String id : ids) {
            NodeId node = new NodeId(id);
            String position = Order.spread(node, ids.indexOf(id), ids.size());
            mutations.add(new Mutation.Insert<>(
                    new Root.OfTrack(node), List.of(TrackFields.POSITION.of(position), TrackFields.NAME.of(id))));
        }
        for (PatternSlot slot : PatternSlot.values()) {
            for (int i = 0; i < STEPS; i++) {
                Place.OfStep step = new Place.OfStep(slot, new NodeId("full"), i);
                mutations.add(Mutation.put(step, StepFields.VELOCITY, 1 + i % 99));
            }
        }
        return ((Outcome.Changed) Reducer.reduce(Session.BLANK, mutations)).next();
    }
}
