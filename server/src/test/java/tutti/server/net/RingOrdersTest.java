package tutti.server.net;

import java.util.List;
import java.util.stream.Collectors;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.Interleavings;

@Tag("slow")
@DisplayName("In any order of commits and readers, a ring")
public class RingOrdersTest {
    private static final int ROOM = 1_000;
    private static final int POSITIONS = 6;

    private final Ring ring = new Ring(0, 3, ROOM);

    /** Only the room appends. */
    @Operation(nonParallelGroup = "room")
    public void commit() {
        long high = ring.high();
        ring.append(List.of(new Piece(high + 1, Frame.text("a")), new Piece(high + 2, Frame.text("b"))));
    }

    @Operation
    public long high() {
        return ring.high();
    }

    @Operation
    public String after(int position) {
        return ring.after(Math.floorMod(position, POSITIONS), ROOM).stream()
                .map(piece -> "" + piece.upTo())
                .collect(Collectors.joining(" "));
    }

    @Test
    @DisplayName("shows each commit whole or not at all")
    void whole() {
        Interleavings.check(RingOrdersTest.class, 2, 3, 100);
    }

    @Test
    @Tag("long")
    @DisplayName("shows each commit whole or not at all, in many more orders")
    void wholeForLong() {
        Interleavings.check(RingOrdersTest.class, 2, 50, 5_000);
    }
}
