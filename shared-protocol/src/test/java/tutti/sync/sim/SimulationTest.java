package tutti.sync.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tutti.edit.Seeds;

/**
 * The real room, lobby, replicas and outboxes in worlds where connections drop, processes die, power fails and commits
 * are lost. Each world comes from one seed; a single one is replayed by
 * {@code ./mvnw -pl shared-protocol test -Dtest=SimulationTest -Dtutti.seed=N}.
 */
@DisplayName("whatever happens to network, processes, power and store")
class SimulationTest {
    private static final long SEEDS = 5_000;
    private static final String COMMAND = "./mvnw -pl shared-protocol test -Dtest=SimulationTest -Dtutti.seed=";

    @Test
    @Tag("slow")
    @DisplayName("all replicas end equal to the room, and every edit is applied once, refused in words, or waiting")
    @DisabledIfSystemProperty(named = "tutti.seed", matches = "\\d+")
    void holds() {
        meets(live(1, SEEDS));
    }

    @Test
    @DisplayName("the first few hundred worlds hold, for those who are in a hurry")
    @DisabledIfSystemProperty(named = "tutti.seed", matches = "\\d+")
    void holdsSoon() {
        live(SEEDS + 1, Seeds.of(300));
    }

    @Test
    @Tag("long")
    @DisplayName("a hundred thousand worlds hold")
    @DisabledIfSystemProperty(named = "tutti.seed", matches = "\\d+")
    void holdsLong() {
        live(1_000_000, 100_000);
    }

    private static Tally live(long first, long count) {
        Simulation simulation = new Simulation();
        long began = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            assertEquals("", simulation.verdict(seed, "NONE"), "seed " + seed + "; replay it with " + COMMAND + seed);
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.println("simulated " + count + " worlds in " + millis + " ms: " + simulation.tally());
        return simulation.tally();
    }

    private static void meets(Tally tally) {
        List<String> all = List.of(
                "client crashes",
                "power cuts",
                "notes lost",
                "server crashes",
                "commits LOST",
                "commits UNKNOWN",
                "drops");
        List<String> more = List.of(
                "closed REPLACED",
                "snapshots sent",
                "undo rows",
                "undos that left something alone",
                "restored",
                "refused NO_MOMENT",
                "refused SAME",
                "refused EXISTS",
                "refused FULL",
                "refused WEIGHT",
                "forgotten",
                "refused NOTHING");
        all.forEach(what -> assertTrue(tally.of(what) > 100, "hardly ever: " + what));
        more.forEach(what -> assertTrue(tally.of(what) > 10, "hardly ever: " + what));
    }

    @Test
    @DisplayName("the world of one seed")
    @EnabledIfSystemProperty(named = "tutti.seed", matches = "\\d+")
    void replays() {
        Simulation simulation = new Simulation();
        String verdict = simulation.verdict(Long.getLong("tutti.seed"), "NONE");
        System.out.println("seed " + Long.getLong("tutti.seed") + ": " + simulation.tally());
        assertEquals("", verdict);
    }
}
