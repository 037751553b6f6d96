package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import tutti.client.ui.Catalogue;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Person;
import tutti.client.ui.Shared;
import tutti.client.ui.Snapshots;
import tutti.client.ui.Transport;
import tutti.client.ui.kit.Theme;
import tutti.edit.Mutation;
import tutti.edit.Place.OfStep;
import tutti.edit.Root.OfTrack;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Instrument;
import tutti.model.PatternSlot;
import tutti.music.Ticks;

@Tag("slow")
@DisplayName("The assembled window")
class LayoutTest extends AssembledWindow {
    private static final double LEAST_TEXT = 11;

    @ParameterizedTest
    @DisplayName("nothing leaves the window or covers its neighbour")
    @CsvSource({"1024, 640", "1280, 800", "1600, 900", "1920, 1080"})
    void fits(double width, double height) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.DARK);
            for (String region : List.of(".bar", ".grid", ".dock", ".status", ".faces", "#cells-stab")) {
                assertTrue(in(region).getMaxX() <= width + 0.5, () -> region + " " + in(region));
                assertTrue(in(region).getMaxY() <= height + 0.5, () -> region + " " + in(region));
            }
            assertTrue(in(".grid").getMaxY() <= in(".dock").getMinY() + 0.5);
            assertTrue(in(".dock").getMaxY() <= in(".status").getMinY() + 0.5);
            assertTrue(in(".chips").getMaxX() <= in(".faces").getMinX() + 0.5);
            assertTrue(in(".rows").getHeight() <= in(".grid").getHeight(), "eight rows need no scrolling");
            assertEquals(width >= 1180, root.lookup(".side").isVisible());
            assertEquals(height < 700, in(".dock").getHeight() <= 44);
        });
    }

    @Test
    @DisplayName("at 1024×640 ten rows of sixteen cells remain")
    void tenRows() {
        new FxRobot().interact(() -> {
            open(1024, 640, Theme.DARK);
            for (int i = 0; i < 2; i++) {
                Pictures.press(root, "Add a track with the first free sound");
                frames(1024, 640);
            }
            assertEquals(10, root.lookupAll(".lane-row").size());
            assertTrue(in(".rows").getHeight() <= in(".scroll-pane").getHeight() + 0.5, "no scrolling");
            assertTrue(in("#cells-stab").getHeight() >= 40);
        });
    }

    @ParameterizedTest
    @DisplayName("no text is cut off and none is under 11 px")
    @CsvSource({"1024, 640", "1280, 800", "1600, 900", "1920, 1080"})
    void readable(double width, double height) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.LIGHT);
            for (Node node : root.lookupAll(".label")) {
                if (node instanceof Label label
                        && seen(label)
                        && !label.getText().isEmpty()) {
                    assertTrue(label.getFont().getSize() >= LEAST_TEXT, () -> label + " is small");
                    double wants = Math.floor(label.prefWidth(-1));
                    assertTrue(label.getWidth() + 1 >= wants, () -> label + " is cut at " + label.getWidth());
                }
            }
        });
    }

    @ParameterizedTest
    @DisplayName("a row's lap can be read whole while it plays, beside the longest sound of a kit")
    @CsvSource({"1024, 640", "1280, 800", "1600, 900", "1920, 1080"})
    void laps(double width, double height) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.DARK);
            long lap = 5L * Ticks.PER_SIXTEENTH;
            desk.transport(t -> new Transport(true, t.stopping(), t.pattern(), t.next(), FirstLight.heard(122 * lap)));
            desk.change(LayoutTest::longSounds);
            frames(width, height);
            frames(width, height);
            Label rim = (Label) root.lookup("#head-rim .laps");
            assertEquals(" · lap 123", rim.getText());
            assertTrue(rim.getWidth() + 0.5 >= rim.prefWidth(-1), () -> "the lap is cut at " + rim.getWidth());
            assertTrue(in("#head-rim .laps").getMaxX() <= in("#head-rim .meter").getMinX(), "over its neighbour");
            Label sound = (Label) root.lookup("#head-rim .about");
            assertTrue(
                    width < 1300 || sound.getWidth() + 0.5 >= sound.prefWidth(-1),
                    () -> sound + " is cut at " + sound.getWidth());
        });
    }

    private static Shared longSounds(Shared s) {
        List<Catalogue.Sound> sounds = s.catalogue().sounds().stream()
                .map(sound -> new Catalogue.Sound(
                        sound.instrument(),
                        "Machine " + sound.name().toLowerCase(Locale.ROOT),
                        sound.family(),
                        sound.root(),
                        sound.pitched()))
                .toList();
        return Snapshots.CATALOGUE.with(s, new Catalogue(sounds, s.catalogue().kits()));
    }

    @ParameterizedTest
    @DisplayName("the dock's knobs share its width: no gap among them, none at its end, none left out")
    @CsvSource({"1280, 800", "1600, 900", "1920, 1080"})
    void dock(double width, double height) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.DARK);
            List<Bounds> knobs = root.lookupAll(".dock .knob").stream()
                    .filter(LayoutTest::seen)
                    .map(node -> node.localToScene(node.getLayoutBounds()))
                    .sorted(Comparator.comparingDouble(Bounds::getMinX))
                    .toList();
            assertEquals(15, knobs.size());
            for (int i = 1; i < knobs.size(); i++) {
                double gap = knobs.get(i).getMinX() - knobs.get(i - 1).getMaxX();
                assertTrue(gap >= 0 && gap < 80, () -> "a gap of " + gap + " in " + knobs);
            }
            double end = in(".dock").getMaxX() - knobs.getLast().getMaxX();
            assertTrue(end < 80, () -> end + " are empty at the end");
            assertTrue(in(".dock").getMaxY() >= knobs.getLast().getMaxY());
        });
    }

    @ParameterizedTest
    @DisplayName("with all patterns filled the bar holds, and what is looked at has its chip")
    @CsvSource({"1024, 640, 2", "1024, 640, 6", "1280, 800, 2", "1280, 800, 6", "1920, 1080, 2", "1920, 1080, 6"})
    void allPatterns(double width, double height, int people) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.DARK);
            desk.people(IntStream.range(0, people)
                    .mapToObj(i -> new Person("p" + i, "Person " + i, 0x56B4E9, i == 0, Optional.empty()))
                    .toList());
            desk.remote(Stream.of(PatternSlot.values())
                    .map(slot -> Mutation.put(new OfStep(slot, FirstLight.id("kick"), 0), StepFields.ON, true))
                    .toArray(Mutation[]::new));
            frames(width, height);
            Pictures.press(root, "Pattern N");
            frames(width, height);
            List<Bounds> bar = root.lookupAll(".bar > *").stream()
                    .map(node -> node.localToScene(node.getLayoutBounds()))
                    .toList();
            for (int i = 1; i < bar.size(); i++) {
                int at = i;
                assertTrue(
                        bar.get(i).getMinX() + 0.5 >= bar.get(i - 1).getMaxX(), () -> at + " lies over its neighbour");
            }
            assertTrue(bar.getLast().getMaxX() <= width + 0.5, () -> "the bar ends at " + bar.getLast());
            List<Node> chips = root.lookupAll(".chips .chip").stream()
                    .filter(LayoutTest::seen)
                    .toList();
            assertTrue(chips.stream().anyMatch(node -> "Pattern N".equals(node.getAccessibleText())));
            assertTrue(chips.size() >= (width > 1900 ? 17 : 4), () -> chips.size() + " chips");
            for (Node chip : chips) {
                assertTrue(chip.getLayoutBounds().getHeight() >= 28, "high enough to be hit");
                assertTrue(in(".chips").getMaxX() + 0.5
                        >= chip.localToScene(chip.getLayoutBounds()).getMaxX());
            }
        });
    }

    @ParameterizedTest
    @DisplayName("every control of the synth can be reached, on one page or on the next")
    @CsvSource({"1280, 800", "1600, 900", "1920, 1080"})
    void synth(double width, double height) {
        new FxRobot().interact(() -> {
            open(width, height, Theme.DARK);
            desk.remote(Mutation.put(new OfTrack(FirstLight.id("kick")), TrackFields.INSTRUMENT, Instrument.SUB));
            frames(width, height);
            Set<String> found = new TreeSet<>(knobs());
            Pictures.press(root, "More controls");
            frames(width, height);
            found.addAll(knobs());
            assertTrue(found.containsAll(List.of("Cutoff", "Decay", "Release", "Volume")), found::toString);
            assertEquals(16, found.size(), "two are called Pitch: " + found);
        });
    }

    private List<String> knobs() {
        return root.lookupAll(".dock .knob").stream()
                .filter(LayoutTest::seen)
                .map(node -> node.getAccessibleText().replaceAll(",.*", ""))
                .toList();
    }
}
