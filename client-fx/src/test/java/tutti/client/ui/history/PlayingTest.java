package tutti.client.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Past.Author;
import tutti.client.ui.Past.Played;

@DisplayName("What was played is told")
class PlayingTest {
    private static Played played(long minute, String who, String words) {
        return new Played(minute * 60_000, new Author(who, 1), words);
    }

    @Test
    @DisplayName("in one line, each person once as long as nobody else comes between")
    void line() {
        assertEquals("", Playing.line(List.of()));
        List<Played> all =
                List.of(played(1, "Ann", "played A"), played(2, "Ann", "launched B"), played(3, "Bob", "stopped"));
        assertEquals("then Ann played A, launched B; Bob stopped", Playing.line(all));
    }

    @Test
    @DisplayName("by its end where it is much, and whole, with the time of day, where one points at it")
    void much() {
        List<Played> all = new ArrayList<>();
        for (int minute = 1; minute <= Playing.NAMED + 3; minute++) {
            all.add(played(minute, "Ann", "launched " + (char) ('A' + minute)));
        }
        assertEquals(
                "then 3 more, Ann launched E, launched F, launched G, launched H, launched I, launched J",
                Playing.line(all));
        String whole = Playing.all(all.subList(0, 2), new When(ZoneId.of("UTC"), 0));
        assertEquals("00:01  Ann launched B\n00:02  Ann launched C", whole);
    }
}
