package tutti.server.store;

import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.Interleavings;

@Tag("slow")
@DisplayName("In any order of writer, offers and readers,")
class StoreOrdersTest {
    /** Any thread offers and shuts; the writer alone takes. What was taken in is found afterwards, and nothing else. */
    public static final class OfIntake {
        private final Intake intake = new Intake();

        @Operation
        public String offer() {
            return intake.offer(new Write.Note(null, 0, 0, null)).name();
        }

        @Operation
        public void shut() {
            intake.shut();
        }

        /** Counts what is left; never waits, since it is shut. */
        @Operation(nonParallelGroup = "writer")
        public int takeTheRest() {
            intake.shut();
            int left = 0;
            while (intake.next() instanceof Intake.Next.Group(List<Write> writes)) {
                left += writes.size();
            }
            return left;
        }
    }

    /** The writer shows something to readers before it is safe; who passes the gate has seen only what is safe. */
    public static final class OfGate {
        private final SyncGate gate = new SyncGate();
        private volatile int shown;
        private volatile int safe;

        @Operation(nonParallelGroup = "writer")
        public void write() {
            gate.begin();
            shown++;
            safe = shown;
            gate.synced();
        }

        @Operation
        public boolean readsWhatIsSafe() {
            int seen = shown;
            return gate.pass() && seen <= safe;
        }
    }

    @Test
    @DisplayName("a write that was taken in is found, also by who shuts the door at that moment")
    void intake() {
        Interleavings.check(OfIntake.class, 1, 5, 100);
    }

    @Test
    @DisplayName("a reader passes the gate only with what is synced")
    void gate() {
        Interleavings.check(OfGate.class, 1, 5, 100);
    }

    @Test
    @Tag("long")
    @DisplayName("both hold in many more orders")
    void forLong() {
        Interleavings.check(OfIntake.class, 2, 50, 5_000);
        Interleavings.check(OfGate.class, 2, 50, 5_000);
    }
}
