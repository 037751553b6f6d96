package tutti.client.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import tutti.client.ui.Mouse;

@Tag("slow")
@DisplayName("A number as a handle")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandleTest {
    private final FxRobot robot = new FxRobot();
    private final List<Integer> turns = new ArrayList<>();
    private final List<Integer> cancels = new ArrayList<>();
    private final StackPane root = new StackPane();
    private Stage stage;
    private NumberHandle tempo;
    private int ends;

    private static final Span.Words TEMPO = new Span.Words() {
        @Override
        public String write(int value) {
            return String.format(Locale.ROOT, "%.2f", value / 100.0);
        }

        @Override
        public OptionalInt read(String text) {
            return text.matches("[0-9.]+")
                    ? OptionalInt.of((int) Math.round(Double.parseDouble(text) * 100))
                    : OptionalInt.empty();
        }
    };

    @BeforeAll
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            stage = new Stage();
            stage.setScene(new Scene(root, 200, 100));
            stage.show();
        });
    }

    @AfterAll
    void close() {
        robot.interact(stage::close);
    }

    @BeforeEach
    void anew() {
        turns.clear();
        cancels.clear();
        ends = 0;
        robot.interact(() -> {
            tempo = new NumberHandle(Span.even(2_000, 30_000, 12_000, 100, TEMPO), "BPM", new Hand() {
                @Override
                public void turn(int value) {
                    turns.add(value);
                }

                @Override
                public void let() {
                    ends++;
                }

                @Override
                public void cancel(int origin) {
                    cancels.add(origin);
                }
            });
            root.getChildren().setAll(tempo);
            tempo.show(12_200);
        });
    }

    private String text() {
        return ((Label) tempo.getChildren().getFirst()).getText();
    }

    @Test
    @DisplayName("what code shows is never emitted")
    void showIsSilent() {
        robot.interact(() -> tempo.show(9_000));
        assertEquals(List.of(), turns);
        assertEquals("90.00", text());
    }

    @Test
    @DisplayName("a drag turns a notch every 4 px and ends once")
    void drag() {
        robot.interact(
                () -> Mouse.on(tempo).press(5, 40).drag(5, 36).drag(5, 32).release(5, 32));
        assertEquals(List.of(12_300, 12_400), turns);
        assertEquals(1, ends);
    }

    @Test
    @DisplayName("to the right is as much more as up: at the upper edge of a screen there is no way up")
    void sideways() {
        robot.interact(() -> Mouse.on(tempo).press(5, 4).drag(45, 4).drag(45, 8).release(45, 8));
        assertEquals(List.of(13_200, 13_100), turns);
        robot.interact(() -> Mouse.on(tempo).press(45, 4).drag(33, 4).release(33, 4));
        assertEquals(11_900, turns.getLast());
    }

    @Test
    @DisplayName("Shift in the middle of a drag is fine from where the value stands")
    void fine() {
        robot.interact(() -> {
            Mouse.on(tempo).press(5, 40).drag(5, 32);
            Mouse.on(tempo).holding(KeyCode.SHIFT).drag(5, 32).drag(5, 24).release(5, 24);
        });
        assertEquals(12_402, turns.getLast());
    }

    @Test
    @DisplayName("Esc takes a drag back: it is cancelled, not ended by another value")
    void cancel() {
        robot.interact(() -> {
            Mouse.on(tempo).press(5, 40).drag(5, 20);
            Mouse.key(tempo, KeyCode.ESCAPE);
            Mouse.on(tempo).release(5, 20);
        });
        assertEquals(List.of(12_200), cancels);
        assertEquals(0, ends);
        assertEquals("122.00", text());
    }

    @Test
    @DisplayName("a held number takes no redraw, and shows the newest when it is let go")
    void heldTakesNoRedraw() {
        robot.interact(() -> {
            Mouse.on(tempo).press(5, 40).drag(5, 32);
            tempo.show(8_000);
        });
        assertEquals("124.00", text());
        robot.interact(() -> Mouse.on(tempo).release(5, 32));
        assertEquals("80.00", text());
        assertEquals(List.of(12_400), turns);
    }

    @Test
    @DisplayName("typing and Enter set it, bounded; nonsense does nothing")
    void type() {
        robot.interact(() -> {
            tempo.requestFocus();
            Mouse.type(tempo, "98.5");
            Mouse.key(tempo, KeyCode.ENTER);
            Mouse.type(tempo, "999");
            Mouse.key(tempo, KeyCode.ENTER);
            Mouse.type(tempo, "1x");
            Mouse.key(tempo, KeyCode.ENTER);
        });
        assertEquals(List.of(9_850, 30_000), turns);
    }

    @Test
    @DisplayName("a letter alone stays a gesture of somebody else")
    void letters() {
        robot.interact(() -> {
            tempo.requestFocus();
            Mouse.type(tempo, "m");
        });
        assertEquals("122.00", text());
    }

    @Test
    @DisplayName("the wheel turns only a clicked number")
    void wheel() {
        robot.interact(() -> {
            root.requestFocus();
            Mouse.wheel(tempo, 40);
        });
        assertEquals(List.of(), turns);
        robot.interact(() -> {
            Mouse.on(tempo).click(5, 40);
            Mouse.wheel(tempo, 40);
        });
        assertEquals(List.of(12_300), turns);
    }

    @Test
    @DisplayName("a double click gives the default")
    void doubleClick() {
        robot.interact(() -> Mouse.on(tempo).doubleClick(5, 40));
        assertEquals(List.of(12_000), turns);
    }

    @Test
    @DisplayName("notches that come faster than frames are all counted; what somebody else sets starts anew")
    void fastNotches() {
        robot.interact(() -> {
            Mouse.on(tempo).click(5, 40);
            Mouse.wheel(tempo, 40);
            Mouse.wheel(tempo, 40);
            Mouse.key(tempo, KeyCode.UP);
        });
        assertEquals(List.of(12_300, 12_400, 12_500), turns);
        robot.interact(() -> {
            tempo.show(12_300);
            Mouse.key(tempo, KeyCode.UP);
            tempo.show(9_000);
            Mouse.key(tempo, KeyCode.UP);
        });
        assertEquals(List.of(12_600, 9_100), turns.subList(3, 5));
    }

    @Test
    @DisplayName("a trackpad's small pieces make one notch together")
    void trackpad() {
        robot.interact(() -> {
            Mouse.on(tempo).click(5, 40);
            for (int i = 0; i < 9; i++) {
                Mouse.wheel(tempo, 10);
            }
        });
        assertEquals(List.of(12_300, 12_400), turns);
    }
}
