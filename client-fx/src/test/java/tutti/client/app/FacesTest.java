package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Cursor;
import tutti.client.ui.Person;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.sync.Limits;
import tutti.sync.Member;
import tutti.sync.MemberId;
import tutti.sync.Pointer;
import tutti.sync.Profile;

@DisplayName("The people in the window")
class FacesTest {
    private static final MemberId ME = new Fresh().secret().member();
    private static final MemberId BOB = new Fresh().secret().member();
    private static final Profile MINE = new Profile("Ann", 0);

    /** Weighted by the mean red: near to how different two colours look. */
    private static double apart(int a, int b) {
        int r = (a >> 16) - (b >> 16);
        int g = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        double mean = ((a >> 16) + (b >> 16)) / 2.0;
        return Math.sqrt((2 + mean / 256) * r * r + 4.0 * g * g + (2 + (255 - mean) / 256) * blue * blue);
    }

    @Test
    @DisplayName("have colours of which any two can be told apart")
    void colours() {
        List<Integer> all = Faces.COLOURS;
        assertEquals(Limits.MEMBER_COLOURS, all.size());
        for (int a : all) {
            for (int b : all) {
                assertTrue(a == b || apart(a, b) > 80, String.format("%06x and %06x: %.0f", a, b, apart(a, b)));
            }
        }
        assertEquals(all.size(), all.stream().distinct().count());
    }

    @Test
    @DisplayName("are me first, once, and then each window of the others with its own cursor")
    void windows() {
        Pointer kick = new Pointer(PatternSlot.A, Optional.of(new NodeId("kick")), Optional.of(3));
        Pointer nowhere = new Pointer(PatternSlot.B, Optional.empty(), Optional.empty());
        List<Person> people = Faces.of(
                List.of(
                        new Member(BOB, new Profile("Bob", 3), true, List.of(kick, nowhere)),
                        new Member(ME, MINE, true, List.of())),
                ME,
                MINE);
        assertEquals(
                List.of("Ann", "Bob", "Bob"), people.stream().map(Person::name).toList());
        assertEquals(
                List.of(true, false, false), people.stream().map(Person::me).toList());
        assertEquals(
                Optional.of(new Cursor(PatternSlot.A, new NodeId("kick"), 3)),
                people.get(1).at());
        assertEquals(Optional.empty(), people.get(2).at());
    }
}
