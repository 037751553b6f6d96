package tutti.sync.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real room, replicas and outboxes over a model of the store, in every order in which messages can arrive, people
 * can act, commits can end, the server can die and clients can reconnect. What is not covered: more than two clients,
 * more edits, and more faults at once than each line says; and where a line says so, what lies beyond a number of
 * states.
 */
@Tag("slow")
@DisplayName("in every order of what can happen")
class InterleavingsTest {
    /** A plan, and how many failed commits, crashes of the server and reconnects at will there are in it. */
    record Where(String plan, int failures, int crashes, int reconnects, int most) {
        Where(String plan, int failures, int crashes, int reconnects) {
            this(plan, failures, crashes, reconnects, Integer.MAX_VALUE);
        }

        @Override
        public String toString() {
            return plan + " with " + failures + " failed commits, " + crashes + " crashes, " + reconnects
                    + " reconnects";
        }
    }

    private static final List<Where> SHORT = List.of(
            new Where("step", 0, 1, 0),
            new Where("step", 1, 0, 0),
            new Where("step", 0, 0, 1),
            new Where("track", 1, 0, 0),
            new Where("value", 0, 0, 0),
            new Where("full", 0, 0, 0),
            new Where("tempo", 0, 0, 0),
            new Where("restore", 0, 0, 0),
            new Where("three", 0, 1, 1, 2_000));
    private static final List<Where> LONG = List.of(
            new Where("step", 0, 1, 1),
            new Where("step", 1, 0, 1),
            new Where("track", 0, 1, 1),
            new Where("track", 1, 1, 0),
            new Where("value", 0, 1, 0),
            new Where("restore", 1, 0, 0),
            new Where("restore", 0, 1, 0),
            new Where("restore", 0, 0, 1),
            new Where("restore", 0, 1, 1, 100_000),
            new Where("three", 0, 0, 0),
            new Where("three", 1, 0, 0, 100_000),
            new Where("three", 0, 1, 1, 100_000));

    /** Where a planted fault shows itself, if not where one commit fails; each is a plan of the short form. */
    private static final Map<String, Where> WHERE = Map.ofEntries(
            Map.entry("no fence when a connection is replaced", new Where("step", 0, 0, 1)),
            Map.entry("Settled to the old connection", new Where("step", 0, 0, 1)),
            Map.entry("refusals are not stored", new Where("track", 1, 0, 0)),
            Map.entry("a restart forgets why it refused", new Where("track", 1, 0, 0)),
            Map.entry("undo by value", new Where("value", 0, 0, 0)),
            Map.entry("one bound is different in the client's reducer", new Where("full", 0, 0, 0)),
            Map.entry("a tempo is played before it is durable", new Where("tempo", 0, 0, 0)),
            Map.entry("a restore is overtaken by what its outbox asks next", new Where("restore", 0, 0, 0)),
            Map.entry("a restore leaves what was not there yet", new Where("restore", 0, 0, 0)));

    @Test
    @Tag("fault")
    @DisplayName("nothing is lost, doubled, told too early or taken from another; and all come to rest, equal")
    void holds() {
        explore(SHORT);
    }

    @Test
    @Tag("long")
    @Tag("fault")
    @DisplayName("it holds with a crash and a reconnect together, and for many states of restores and of three edits")
    void holdsLong() {
        explore(LONG);
    }

    private static void explore(List<Where> all) {
        Interleavings ways = new Interleavings();
        long states = 0;
        for (Where where : all) {
            long began = System.nanoTime();
            String words =
                    ways.verdict(where.plan(), where.failures(), where.crashes(), where.reconnects(), where.most());
            assertEquals("", words, where.toString());
            System.out.println((ways.cut() ? "some orders of " : "every order of ") + where + ": " + ways.states()
                    + " states, " + ways.moves()
                    + " moves, " + ways.schedules() + " schedules in " + (System.nanoTime() - began) / 1_000_000
                    + " ms");
            states += ways.states();
        }
        assertTrue(ways.tally().of("undo rows") > 0 && ways.tally().of("refused EXISTS") > 0, "too little happened");
        String injected = "crash of the server, failed commit or reconnect, in every order";
        System.out.println(String.join(
                "\t",
                "fault",
                "every interleaving",
                injected,
                Long.toString(states),
                Long.toString(ways.tally().of("acknowledged")),
                "0",
                "-"));
    }

    static List<Planted> faults() {
        return Planted.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @DisplayName("a planted fault is caught")
    void caught(Planted planted) throws ReflectiveOperationException {
        Class<?> type = Workshop.load(planted, Interleavings.class);
        Method verdict = type.getMethod("verdict", String.class, int.class, int.class, int.class, String.class);
        Where where = WHERE.getOrDefault(planted.name(), new Where("step", 1, 0, 0));
        Object ways = type.getConstructor().newInstance();
        String words = (String) verdict.invoke(
                ways,
                where.plan(),
                where.failures(),
                where.crashes(),
                where.reconnects(),
                planted.shell().name());
        assertFalse(words.isEmpty(), "not caught in every order of " + where);
        System.out.println("planted: " + planted + "; caught after "
                + type.getMethod("states").invoke(ways) + " states, in every order of " + where + ": "
                + words.lines().findFirst().orElseThrow());
    }
}
