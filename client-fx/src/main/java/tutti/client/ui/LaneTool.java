package tutti.client.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import tutti.client.ui.kit.Item;
import tutti.edit.Mutation;
import tutti.edit.Place.OfLane;
import tutti.model.Lane;
import tutti.music.LaneTools;

/** What one click does to a whole lane: every menu and every key that changes a lane as one has it from here. */
public enum LaneTool {
    LEFT("Rotate to the left", "Shortcut+Shift+Left", "rotate lane"),
    RIGHT("Rotate to the right", "Shortcut+Shift+Right", "rotate lane"),
    REVERSE("Reverse", "", "reverse lane"),
    MIRROR("Mirror the first half", "", "mirror lane"),
    SPREAD("Spread the hits evenly", "", "spread hits"),
    HALF("Half as long", "", "halve lane"),
    TWICE("Twice as long, with a copy", "", "double lane"),
    CLEAR("Clear the lane", "", "clear lane");

    private final String words;
    private final String keys;
    private final String gesture;

    LaneTool(String words, String keys, String gesture) {
        this.words = words;
        this.keys = keys;
        this.gesture = gesture;
    }

    /** All of them as the items of a menu. */
    public static List<MenuItem> items(Consumer<LaneTool> choose) {
        return Stream.of(values())
                .map(tool -> Item.of(tool.words, tool.keys, () -> choose.accept(tool)))
                .toList();
    }

    /** Does it, as a gesture of its own. */
    public void use(Hands hands, OfLane at, Lane lane) {
        hands.once(gesture, edits(at, lane));
    }

    private List<Mutation> edits(OfLane at, Lane lane) {
        return switch (this) {
            case LEFT -> LaneTools.rotate(at, lane, -1);
            case RIGHT -> LaneTools.rotate(at, lane, 1);
            case REVERSE -> LaneTools.reverse(at, lane);
            case MIRROR -> LaneTools.mirror(at, lane);
            case SPREAD -> LaneTools.euclid(at, lane, hits(lane));
            case HALF -> LaneTools.half(at, lane);
            case TWICE -> LaneTools.twice(at, lane);
            case CLEAR -> LaneTools.clear(at, lane);
        };
    }

    private static int hits(Lane lane) {
        return (int) IntStream.range(0, lane.length())
                .filter(i -> lane.steps().at(i).on())
                .count();
    }
}
