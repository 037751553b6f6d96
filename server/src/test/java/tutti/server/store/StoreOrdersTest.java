package tutti.server.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
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

    /** Whoever asks for a turn of the writer gets it, or is refused; one or the other, once. */
    public static final class OfTurns {
        private final Intake intake = new Intake();
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private int taken;

        @Operation
        public void ask() {
            asked.incrementAndGet();
            intake.offer(new Turn() {
                @Override
                public Opened take(Opened store, long position) {
                    return store;
                }

                @Override
                public void refused() {
                    refused.incrementAndGet();
                }
            });
        }

        @Operation
        public void shut() {
            intake.shut();
        }

        /** Never waits: its own turn stands then, or another's, or it is shut. */
        @Operation(nonParallelGroup = "writer")
        public void askAndTake() {
            ask();
            taken += intake.next() instanceof Intake.Next.Change ? 1 : 0;
        }

        /** When nobody is at it any more. */
        @Validate
        public void everyTurnWasAnswered() {
            intake.shut();
            if (asked.get() != taken + refused.get()) {
                throw new IllegalStateException(asked + " asked, " + taken + " taken, " + refused + " refused");
            }
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

        /** The store is lost before what is shown is safe. */
        @Operation(nonParallelGroup = "writer")
        public void writeAndDie() {
            gate.begin();
            shown++;
            gate.die();
        }

        @Operation
        public boolean readsWhatIsSafe() {
            int seen = shown;
            boolean passed = gate.pass();
            if (passed && seen > safe) {
                throw new IllegalStateException(seen + " was read, and only " + safe + " is safe");
            }
            return passed;
        }
    }

    @Test
    @DisplayName("a write that was taken in is found, also by who shuts the door at that moment")
    void intake() {
        Interleavings.check(OfIntake.class, 1, 5, 100);
    }

    @Test
    @DisplayName("a turn that is asked for is taken or refused, also by who shuts the door at that moment")
    void turns() {
        Interleavings.check(OfTurns.class, 1, 5, 100);
    }

    @Test
    @DisplayName("a reader passes the gate only with what is synced, and waits for no writer that died")
    void gate() {
        Interleavings.check(OfGate.class, 1, 5, 100);
    }

    @Test
    @Tag("long")
    @DisplayName("both hold in many more orders")
    void forLong() {
        Interleavings.check(OfIntake.class, 2, 50, 5_000);
        Interleavings.check(OfTurns.class, 2, 50, 5_000);
        Interleavings.check(OfGate.class, 2, 50, 5_000);
    }
}
