package tutti.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The velocity curve")
class VelocityTest {
    @Test
    @DisplayName("is 0 dB at 127, -4.2 at 100, -11.9 at 64 and -18.4 at 44")
    void anchors() {
        assertEquals(0, Velocity.milliDb(127));
        assertEquals(-4_152, Velocity.milliDb(100));
        assertEquals(-11_905, Velocity.milliDb(64));
        assertEquals(-18_414, Velocity.milliDb(44));
        assertEquals(-84_152, Velocity.milliDb(1));
    }

    @Test
    @DisplayName("rises with every velocity, and each is the nearest to its own gain")
    void rising() {
        for (int v = Velocity.LEAST; v <= Velocity.MOST; v++) {
            assertEquals(v, Velocity.nearest(Velocity.milliDb(v)));
            assertTrue(v == Velocity.LEAST || Velocity.milliDb(v) > Velocity.milliDb(v - 1));
        }
    }
}
