package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import tutti.client.ui.Past;
import tutti.client.ui.Sync;
import tutti.client.ui.kit.Theme;

@Tag("slow")
@DisplayName("Where there is little room in the window")
class CrampedTest extends AssembledWindow {
    @Test
    @DisplayName("beside a drawer sound and step have four knobs each at least, none of them grown")
    void drawer() {
        new FxRobot().interact(() -> {
            open(1024, 768, Theme.DARK);
            Pictures.press(root, "People");
            frames(1024, 768);
            long steps = knobs(".step-panel").count();
            assertTrue(steps >= 4, () -> steps + " knobs of the step");
            assertTrue(knobs(".dock").count() - steps >= 4, () -> knobs(".dock").count() - steps + " of the sound");
            assertTrue(knobs(".dock").allMatch(knob -> knob.getLayoutBounds().getWidth() < 60), "one is large");
        });
    }

    private Stream<Node> knobs(String region) {
        return root.lookupAll(region + " .knob").stream().filter(CrampedTest::seen);
    }

    @ParameterizedTest
    @DisplayName("a look back says when and what in one line, and all that can be restored is in the window")
    @CsvSource({"1024, 640", "1280, 800", "1920, 1080"})
    void lookBack(double width, double height) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.LIGHT);
            Pictures.press(root, "Look back, and bring back (Ctrl H)");
            Past.Deed deed = HistoryStory.deed(1, "Northern Lantern", "erased step 11 on Bass");
            Past.Glance glance = new Past.Glance(deed, Optional.of(desk.session()));
            desk.change(s -> s.with(new Past(List.of(deed), HistoryStory.READ, Optional.of(glance), "")));
            frames(width, height);
            Label title = (Label) root.lookup(".past-line .strong");
            assertTrue(title.getWidth() + 1 >= title.prefWidth(-1), () -> title + " is cut at " + title.getWidth());
            assertTrue(title.getHeight() < 24, () -> "lines of " + title.getHeight());
            List<Node> presses = root.lookupAll(".past-line .press").stream()
                    .filter(CrampedTest::seen)
                    .toList();
            assertEquals(6, presses.size());
            for (Node press : presses) {
                assertTrue(press.localToScene(press.getLayoutBounds()).getMaxX()
                        <= in(".past-line").getMaxX());
                assertTrue(((Label) press.lookup(".label")).getWidth() > 0);
            }
        });
    }

    @ParameterizedTest
    @DisplayName("all words of the shortcut sheet can be read")
    @CsvSource({"1024, 640", "1280, 800"})
    void sheet(double width, double height) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.LIGHT);
            Pictures.press(root, "All keys and gestures");
            frames(width, height);
            List<Label> words = root.lookupAll(".sheet .label").stream()
                    .map(Label.class::cast)
                    .toList();
            assertTrue(words.size() > 40);
            for (Label label : words) {
                double wants = Math.floor(label.prefWidth(-1));
                assertTrue(label.getWidth() + 1 >= wants, () -> label + " is cut at " + label.getWidth());
            }
        });
    }

    @ParameterizedTest
    @DisplayName("how many edits wait for a server that is away can be read")
    @CsvSource({"1024, 640", "1280, 800"})
    void waiting(double width, double height) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.DARK);
            desk.sync(new Sync(Sync.Link.LOST, 12, 1, "", -1, ""));
            frames(width, height);
            Label saved = (Label) root.lookup(".saved");
            assertEquals("Server away, 12 edits kept here", saved.getText());
            assertTrue(saved.getWidth() + 1 >= saved.prefWidth(-1), () -> saved + " is cut at " + saved.getWidth());
        });
    }
}
