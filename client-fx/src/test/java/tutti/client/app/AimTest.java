package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Past;

@DisplayName("A restore")
class AimTest {
    /** What a window shows and where it is. */
    private record Standing(Optional<String> room, Optional<String> moment) {}

    /** From a moment of one room to a moment of another, as a door and its window go. */
    private static final List<Standing> WAY = List.of(
            new Standing(Optional.of("old"), Optional.of("old")),
            new Standing(Optional.empty(), Optional.of("old")),
            new Standing(Optional.empty(), Optional.empty()),
            new Standing(Optional.of("new"), Optional.empty()),
            new Standing(Optional.of("new"), Optional.of("new")));

    private static long seq(String moment) {
        return moment.equals("old") ? 1 : 2;
    }

    private static Past past(Standing standing) {
        Past.Author author = new Past.Author("Ann", 0);
        Optional<Past.Glance> glance = standing.moment()
                .map(of -> new Past.Deed(1, seq(of), 0, author, "drew", 1, 1, Set.of(), Set.of(), List.of()))
                .map(deed -> new Past.Glance(deed, Optional.empty()));
        return new Past(List.of(), Past.NONE.reading(), glance, "");
    }

    @Test
    @DisplayName("is never asked of the room that is open if its moment is another one's, whenever the window goes on")
    void neverAnother() {
        for (int first = 0; first < WAY.size(); first++) {
            for (int second = first; second < WAY.size(); second++) {
                Deque<Standing> reads = new ArrayDeque<>(List.of(WAY.get(first), WAY.get(second)));
                Optional<Aim<String>> aim = Aim.take(() -> reads.removeFirst().room(), () -> past(reads.removeFirst()));
                Optional<String> open = WAY.get(second).room();
                String when = "read at " + first + " and at " + second;
                aim.filter(taken -> taken.room().isPresent() && taken.room().equals(open))
                        .ifPresent(taken -> assertEquals(seq(taken.room().orElseThrow()), taken.seq(), when));
            }
        }
    }

    @Test
    @DisplayName("is of the moment that is shown and of the room that is open")
    void own() {
        Standing there = WAY.getFirst();
        assertEquals(Optional.of(new Aim<>(Optional.of("old"), 1)), Aim.take(there::room, () -> past(there)));
        assertEquals(Optional.empty(), Aim.take(there::room, () -> past(WAY.get(2))));
    }
}
