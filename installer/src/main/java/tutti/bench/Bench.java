package tutti.bench;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A benchmark: a program that lives in the tests of the module that it measures, whose insides it knows.
 *
 * @param name what {@code ./tutti bench NAME} calls it; its figures' names begin with it
 * @param summary what it measures, for people
 * @param program its class, which has a {@code main}
 */
record Bench(String name, String summary, String program) {

    /** All of them, in the order in which they run. */
    static final List<Bench> ALL = List.of(
            new Bench(
                    "engine", "how much faster than real time the sound is rendered", "tutti.client.audio.EngineBench"),
            new Bench(
                    "backlog",
                    "starting, editing and undoing with thousands of edits that wait",
                    "tutti.client.state.BacklogBench"),
            new Bench("store", "durable edits, beside append and fdatasync", "tutti.server.store.StoreBench"),
            new Bench("room", "from one client to another, and ten in one session", "tutti.server.net.RoomBench"),
            new Bench("load", "many rooms and connections, and unwanted guests", "tutti.server.net.LoadBench"),
            new Bench(
                    "store-rewrite",
                    "rewriting a million edits while fifty rooms play",
                    "tutti.server.store.StoreRewriteBench"),
            new Bench("store-open", "starting on a million edits", "tutti.server.store.StoreOpenBench"),
            new Bench(
                    "persistence-options",
                    "eight ways to keep a session, on the same scripts",
                    "tutti.server.room.PersistenceOptionsBench"));

    /**
     * Runs it to its end, in this process.
     *
     * @throws IllegalStateException if it fails, or prints figures that no script can read
     */
    void run(String... arguments) throws ReflectiveOperationException {
        PrintStream out = System.out;
        Ear ear = new Ear(name, out);
        System.setOut(new PrintStream(ear, true, StandardCharsets.UTF_8));
        try {
            var main = Class.forName(program).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " failed", e.getCause());
        } finally {
            System.setOut(out);
        }
        if (!ear.wrong().isEmpty()) {
            throw new IllegalStateException(String.join("\n", ear.wrong()));
        }
    }
}
