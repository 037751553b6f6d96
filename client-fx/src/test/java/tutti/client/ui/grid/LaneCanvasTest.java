package tutti.client.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import tutti.client.ui.FirstLight;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Theme;
import tutti.model.Lane;
import tutti.model.PatternSlot;
import tutti.model.Step;
import tutti.model.Track;
import tutti.music.Ticks;

@DisplayName("A row's canvas")
class LaneCanvasTest {
    private static final TimeAxis BAR = new TimeAxis(772, Ticks.PER_WHOLE, Ticks.PER_QUARTER);
    private static final double HEIGHT = 50;

    private final Palette palette = Theme.DARK.palette();

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static List<CellLook> looks(Lane lane) {
        CellLooks looks =
                new CellLooks(FirstLight.id("kick"), Track.BLANK, lane, Optional.empty(), false, Set.of(), -1);
        return looks.on(LaneShape.of(BAR, lane, 0));
    }

    private static Step on(int velocity) {
        return new Step(
                true,
                velocity,
                false,
                0,
                List.of(),
                Optional.empty(),
                false,
                false,
                100,
                Step.BLANK.condition(),
                1,
                0,
                0,
                Step.BLANK.locks());
    }

    @Test
    @DisplayName("paints a changed step alone, and all only when size or colours change")
    void paintsWhatChanged() {
        Lane kick = FirstLight.session().pattern(PatternSlot.A).lane(FirstLight.id("kick"));
        new FxRobot().interact(() -> {
            LaneCanvas canvas = new LaneCanvas();
            canvas.draw(looks(kick), palette, 772, HEIGHT);
            assertEquals(16, canvas.painted());
            canvas.draw(looks(kick.with(5, on(80))), palette, 772, HEIGHT);
            assertEquals(17, canvas.painted());
            canvas.draw(looks(kick.with(5, on(80))), palette, 772, HEIGHT);
            assertEquals(17, canvas.painted());
            canvas.draw(looks(kick), Theme.LIGHT.palette(), 772, HEIGHT);
            assertEquals(33, canvas.painted());
        });
    }

    @Test
    @DisplayName("height of the fill is velocity, and off is the empty cell")
    void heightIsVelocity() {
        Lane lane = Lane.BLANK.with(0, on(127)).with(1, on(64));
        new FxRobot().interact(() -> {
            LaneCanvas canvas = new LaneCanvas();
            canvas.draw(looks(lane), palette, 772, HEIGHT);
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(palette.ground());
            WritableImage image = canvas.snapshot(clear, null);
            LaneShape shape = LaneShape.of(BAR, lane, 0);
            near(palette.track(0), pixel(image, shape, 0, 3));
            near(pixel(image, shape, 1, 27), pixel(image, shape, 1, 45));
            near(Palette.over(palette.beat(), palette.track(0), 0.2), pixel(image, shape, 1, 20));
            near(palette.beat(), pixel(image, shape, 2, 45));
            near(palette.cell(), pixel(image, shape, 4, 45));
        });
    }

    private static Color pixel(WritableImage image, LaneShape shape, int step, int y) {
        return image.getPixelReader().getColor((int) ((shape.x(step) + shape.end(step)) / 2), y);
    }

    private static void near(Color expected, Color seen) {
        assertEquals(expected.getRed(), seen.getRed(), 0.01);
        assertEquals(expected.getGreen(), seen.getGreen(), 0.01);
        assertEquals(expected.getBlue(), seen.getBlue(), 0.01);
    }
}
