package tutti.sync.sim;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation sees what it is there to see: each of these faults breaks a law in one of the first worlds. */
@Tag("slow")
@DisplayName("a planted fault is caught")
class PlantedFaultsTest {
    private static final int SEEDS = 3_000;

    static List<Planted> faults() {
        return Planted.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void caught(Planted planted) throws ReflectiveOperationException {
        Class<?> type = Workshop.load(planted, Simulation.class);
        Object simulation = type.getConstructor().newInstance();
        Method verdict = type.getMethod("verdict", long.class, String.class);
        for (long seed = 1; seed <= SEEDS; seed++) {
            String words =
                    (String) verdict.invoke(simulation, seed, planted.shell().name());
            if (!words.isEmpty()) {
                System.out.println("planted: " + planted + "; caught by seed " + seed + ": "
                        + words.lines().findFirst().orElseThrow());
                return;
            }
        }
        fail(planted + ": not caught in " + SEEDS + " worlds");
    }
}
