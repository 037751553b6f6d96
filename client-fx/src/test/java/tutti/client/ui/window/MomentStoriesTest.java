package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Past;
import tutti.client.ui.Past.Deed;

@Tag("slow")
@DisplayName("Moments of the past, one after another")
class MomentStoriesTest extends HistoryStory {
    @Test
    @DisplayName("restores the bars of the selected steps, counted as the room counts now")
    void restoringBars() {
        story(() -> {
            openHistory();
            window.stand(FirstLight.id("stab"), 20);
            look(then());
            assertEquals("Bar 2", written("Restore the bars of the selected steps"));
            desk.asked.clear();
            press("Restore the bars of the selected steps");
            window.content().lookup(".rover").requestFocus();
            window.stand(FirstLight.id("stab"), 12);
            for (int i = 0; i < 6; i++) {
                key(KeyCode.RIGHT, KeyCode.SHIFT);
            }
            assertEquals("Bars 1–2", written("Restore the bars of the selected steps"));
            press("Restore the bars of the selected steps");
        });
        assertEquals(
                List.of("restore Bars[pattern=A, first=1, last=1]", "restore Bars[pattern=A, first=0, last=1]"),
                desk.asked.stream().filter(a -> a.startsWith("restore")).toList());
    }

    @Test
    @DisplayName("shows the last moment until the next one has come, and restores nothing meanwhile")
    void betweenMoments() {
        story(() -> {
            openHistory();
            window.stand(FirstLight.id("kick"), 2);
            Past.Glance coming = new Past.Glance(DREW, Optional.empty(), Optional.of(then()));
            past(DEEDS, READ, Optional.of(coming), "");
            assertTrue(window.content().lookup(".rover").getAccessibleText().contains("step 3 of 16, on"));
            assertTrue(reads("Going back to"));
            assertTrue(found("Restore everything, for everybody", true).isDisabled());
        });
    }

    @Test
    @DisplayName("the list stays where it is under the hand while others go on and older deeds are read")
    void listStays() {
        List<Deed> many = new ArrayList<>();
        for (int seq = 400; seq > 200; seq -= 2) {
            many.add(deed(seq, "Ann", "drew step " + seq));
        }
        story(() -> {
            openHistory();
            past(many, READ, Optional.empty(), "");
            list().scrollTo(50);
        });
        double before = topOf(50);
        List<Deed> more = new ArrayList<>(many);
        more.addFirst(deed(403, "Bea", "drew step 1"));
        more.set(
                1,
                new Deed(400, 402, 1, new Past.Author("Ann", 1), "drew 2 steps", 2, 2, Set.of(), Set.of(), List.of()));
        more.add(deed(200, "Ann", "drew step 9"));
        story(() -> past(more, READ, Optional.empty(), ""));
        assertEquals(more, list().getItems());
        assertEquals(before, topOf(51), 1);
        story(() -> past(many, READ, Optional.empty(), ""));
        assertEquals(many, list().getItems());
    }

    @Test
    @DisplayName("a deed after which something was played says what")
    void played() {
        List<Past.Played> played = List.of(
                new Past.Played(60_000, new Past.Author("Ann", 1), "launched B"),
                new Past.Played(90_000, new Past.Author("Hatter", 2), "stopped"));
        Deed deed = new Deed(2, 2, 1, new Past.Author("Ann", 1), "drew", 1, 1, Set.of(), Set.of(), played);
        story(this::openHistory);
        story(() -> past(List.of(deed, MUTED), READ, Optional.empty(), ""));
        story(() -> assertEquals(List.of("then Ann launched B; Hatter stopped"), playedLines()));
        story(() -> past(DEEDS, READ, Optional.empty(), ""));
        story(() -> assertEquals(List.of(), playedLines()));
    }

    private List<String> playedLines() {
        return list().lookupAll(".deed-played").stream()
                .filter(HistoryStoriesTest::seen)
                .map(node -> ((Text) node).getText())
                .toList();
    }

    @Test
    @DisplayName("a deed in many words is as high as they are, and the next one begins below it")
    void longWords() {
        story(this::openHistory);
        // By a few pixels more each time: sooner or later a line is full but for the cell's own insets.
        for (int more = 0; more < 40; more++) {
            Deed wordy =
                    deed(9, "Somebody with a long name", "set the velocity of 7 steps on a track" + " i".repeat(more));
            story(() -> past(List.of(wordy, DREW), READ, Optional.empty(), ""));
            story(this::firstIsWhole);
        }
    }

    private void firstIsWhole() {
        ListCell<?> cell = cell(0);
        Node words = cell.lookup(".deed-what");
        Node time = cell.lookup(".small");
        assertTrue(bottom(words) - top(words) > 2 * (bottom(time) - top(time)), "the words need three lines");
        assertTrue(bottom(words) <= top(time) + 1, () -> bottom(words) + " is below " + top(time));
        assertTrue(bottom(time) <= top(cell(1)) + 1, () -> bottom(time) + " is below " + top(cell(1)));
    }

    private static double top(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    /** Where that deed is drawn. */
    private double topOf(int index) {
        return cell(index).getLayoutY();
    }

    private ListCell<?> cell(int index) {
        return list().lookupAll(".list-cell").stream()
                .<ListCell<?>>map(node -> (ListCell<?>) node)
                .filter(cell -> cell.getIndex() == index && !cell.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
