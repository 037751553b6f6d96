package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is recorded write by write; then the power is cut at seeded moments of it, and the store that is left must open
 * with everything that anybody was told. {@code -Dtutti.long=true} cuts 2,500 times, {@code -Dtutti.seed} picks others.
 */
@Tag("slow")
@DisplayName("A power cut")
class PowerCutTest {
    private static final boolean LONG = Boolean.getBoolean("tutti.long");
    private static final int CUTS = LONG ? 2_500 : 40;
    private static final int WRITES = LONG ? 600 : 300;
    private static final long SEED = Long.getLong("tutti.seed", 4);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    @DisplayName("loses nothing that was told, and keeps settled numbers with their rows")
    void durable() throws IOException {
        CutRun run = CutRun.fresh(folder, H2Mode.DURABLE.options(), H2Mode.DURABLE.sync(), WRITES, random);
        assertEquals(List.of(), losses(run, CUTS));
    }

    @Test
    @DisplayName("after a power cut loses nothing that was told before the first or the second")
    void twice() throws IOException {
        CutRun run = CutRun.fresh(folder, H2Mode.DURABLE.options(), H2Mode.DURABLE.sync(), WRITES / 5, random);
        List<String> losses = new ArrayList<>();
        for (int i = 0; i < CUTS / 10; i++) {
            losses.addAll(losses(run.goOn(run.moment(random), 20, random), 4));
        }
        assertEquals(List.of(), losses);
    }

    @Test
    @DisplayName("is seen to lose commits that were not synced: the detector works")
    void notSynced() throws IOException {
        CutRun run = CutRun.fresh(folder, H2Mode.DURABLE.options(), "CALL 1", WRITES, random);
        int lost = losses(run, CUTS).size();
        assertTrue(lost > CUTS / 2, lost + " of " + CUTS);
    }

    @Test
    @EnabledIfSystemProperty(named = "tutti.long", matches = "true")
    @DisplayName("is seen to lose synced commits where H2 reuses space: why the store never does")
    void spaceReused() throws IOException {
        String reusing = H2Mode.DURABLE.options().replace("REUSE_SPACE=FALSE", "RETENTION_TIME=0");
        CutRun run = CutRun.fresh(folder, reusing, H2Mode.DURABLE.sync(), 300, random);
        List<String> lost = losses(run, CUTS / 5);
        assertTrue(!lost.isEmpty(), "none of " + CUTS / 5);
    }

    /** What each cut lost, in words; a cut that lost nothing adds none. */
    private List<String> losses(CutRun run, int cuts) {
        List<String> losses = new ArrayList<>();
        for (int i = 0; i < cuts; i++) {
            int cut = run.moment(random);
            try {
                run.check(cut, random);
            } catch (IOException | AssertionError lost) {
                losses.add("seed " + SEED + ", cut " + cut + ": " + lost.getMessage());
            }
        }
        return losses;
    }
}
