package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tutti.client.ui.FakeDesk;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Shared;
import tutti.client.ui.Snapshots;
import tutti.client.ui.Transport;
import tutti.client.ui.kit.Theme;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Ticks;

@Tag("slow")
@DisplayName("A window that opens before its room is there")
class LateRoomTest {
    private final AtomicLong tick = new AtomicLong();
    private final FxRobot robot = new FxRobot();
    private FakeDesk desk;
    private Window window;
    private Stage stage;

    private static Shared nothingYet() {
        Shared s = FirstLight.room();
        return Snapshots.SESSION.with(s, Session.BLANK);
    }

    private void open() {
        desk = new FakeDesk(nothingYet());
        window = new Window(desk, desk.newest::get, Theme.LIGHT, t -> {});
        stage = new Stage();
        stage.setScene(window.content());
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
        window.open();
    }

    private void enter() {
        desk.reset(FirstLight.room());
        desk.transport(t -> new Transport(true, Optional.empty(), PatternSlot.A, Optional.empty(), new Moving(tick)));
    }

    /** A clock that a test moves. */
    private record Moving(AtomicLong tick) implements Transport.Heard {
        @Override
        public long room() {
            return tick.get();
        }

        @Override
        public long run() {
            return tick.get();
        }
    }

    /** What is painted, which is not what was set while its layout waits. */
    private String painted() {
        Node label = window.content().lookup("#head-conga .laps");
        return label instanceof Label some && some.lookup(".text") instanceof Text text ? text.getText() : "";
    }

    @Test
    @DisplayName("paints each new lap, and gives the keyboard to the grid")
    void paintsEachLap() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        robot.interact(this::open);
        robot.interact(this::enter);
        for (int lap = 1; lap <= 4; lap++) {
            String wanted = " · lap " + lap;
            tick.set((lap - 1) * 7L * Ticks.PER_SIXTEENTH);
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> painted().equals(wanted));
        }
        assertEquals(window.content().lookup(".rover"), window.content().getFocusOwner());
        robot.interact(() -> {
            window.close();
            stage.close();
        });
    }
}
