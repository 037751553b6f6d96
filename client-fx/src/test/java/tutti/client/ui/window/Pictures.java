package tutti.client.ui.window;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Levels;
import tutti.client.ui.Shared;
import tutti.client.ui.Snapshots;
import tutti.client.ui.Transport;
import tutti.client.ui.kit.Press;
import tutti.model.NodeId;
import tutti.music.Ticks;

/** What a picture needs and no test does. */
final class Pictures {
    private static final double QUARTER_NANOS = 60e9 / 122;

    private Pictures() {}

    /** Levels as they might be in the middle of a bar. */
    static Shared loud(Shared s) {
        Map<NodeId, Double> levels = Map.of(
                FirstLight.id("kick"), 0.8,
                FirstLight.id("closed"), 0.6,
                FirstLight.id("open"), 0.2,
                FirstLight.id("conga"), 0.34,
                FirstLight.id("rim"), 0.12,
                FirstLight.id("bass"), 0.72,
                FirstLight.id("stab"), 0.25);
        Levels some = track -> levels.getOrDefault(track, 0.0);
        return Snapshots.LEVELS.with(s, some);
    }

    /** Presses whatever a screen reader calls {@code words}. */
    static void press(Node node, String words) {
        if (node instanceof Press press && words.equals(press.getAccessibleText())) {
            press.press();
        } else if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> press(child, words));
        }
    }

    /** A clock that runs at the demo's tempo from {@code start} on. */
    record Running(long start) implements Transport.Heard {
        @Override
        public long room() {
            return (long) ((System.nanoTime() - start) / QUARTER_NANOS * Ticks.PER_QUARTER);
        }

        @Override
        public long run() {
            return room();
        }
    }
}
