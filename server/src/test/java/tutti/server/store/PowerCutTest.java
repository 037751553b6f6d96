package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is recorded write by write; then the power is cut at seeded moments of it, and the store that is left must open
 * with everything that anybody was told. {@code -Dtutti.seed} picks other moments.
 */
@Tag("fault")
@DisplayName("A power cut")
class PowerCutTest {
    private static final long SEED = Long.getLong("tutti.seed", 4);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    @Tag("slow")
    @DisplayName("loses nothing that was told, and keeps settled numbers with their rows: 40 cuts")
    void durable() throws IOException {
        durable(300, 40);
    }

    /** As long as {@link #spaceReused}, which loses commits. */
    @Test
    @Tag("long")
    @DisplayName("loses nothing that was told, and keeps settled numbers with their rows: 1,000 cuts")
    void durableLong() throws IOException {
        durable(600, 1_000);
    }

    private void durable(int writes, int cuts) throws IOException {
        CutRun run = CutRun.fresh(folder, H2Mode.DURABLE, writes, random);
        assertEquals(List.of(), losses(run, cuts));
        print("power cut under the store", cuts, run);
    }

    @Test
    @Tag("slow")
    @DisplayName("after a power cut loses nothing that was told before the first or the second: 16 second cuts")
    void twice() throws IOException {
        twice(60, 4);
    }

    @Test
    @Tag("long")
    @DisplayName("after a power cut loses nothing that was told before the first or the second: 240 second cuts")
    void twiceLong() throws IOException {
        twice(120, 60);
    }

    private void twice(int writes, int cuts) throws IOException {
        CutRun run = CutRun.fresh(folder, H2Mode.DURABLE, writes, random);
        List<String> losses = new ArrayList<>();
        for (int i = 0; i < cuts; i++) {
            losses.addAll(losses(run.goOn(run.moment(random), 20, random), 4));
        }
        assertEquals(List.of(), losses);
        print("power cut after a power cut", 4 * cuts, run);
    }

    @Test
    @Tag("slow")
    @DisplayName("is seen to lose commits that were not synced: the detector works")
    void notSynced() throws IOException {
        int lost =
                losses(CutRun.fresh(folder, TestDisk.UNSYNCED, 300, random), 40).size();
        assertTrue(lost > 20, lost + " of 40");
    }

    @Test
    @Tag("slow")
    @DisplayName("is seen to lose synced commits where a torn chunk is taken for a whole one: why each has a sum")
    void notSummed() throws IOException {
        H2Mode plain = new H2Mode("retry:", H2Mode.DURABLE.options(), H2Mode.DURABLE.sync());
        CutRun run = CutRun.fresh(folder, plain, 300, random);
        int cuts = 0;
        while (losses(run, 1).isEmpty()) {
            assertTrue(++cuts < 600, "none of " + cuts);
        }
    }

    @Test
    @Tag("long")
    @DisplayName("is seen to lose synced commits where H2 reuses space: why the store never does")
    void spaceReused() throws IOException {
        String reusing = H2Mode.DURABLE.options().replace("REUSE_SPACE=FALSE", "REUSE_SPACE=TRUE;RETENTION_TIME=0");
        H2Mode mode = new H2Mode(H2Mode.DURABLE.fileSystem(), reusing, H2Mode.DURABLE.sync());
        List<String> lost = losses(CutRun.fresh(folder, mode, 600, random), 200);
        assertFalse(lost.isEmpty(), "none of 200");
    }

    private static void print(String fault, int cuts, CutRun run) {
        System.out.println(String.join(
                "\t",
                "fault",
                fault,
                "recorded writes; of what no force covered any sector may be missing",
                "" + cuts,
                "" + run.told(),
                "0",
                "-"));
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
