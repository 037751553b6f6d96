package tutti.client.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import tutti.client.ui.Past;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.Past.Reach;
import tutti.client.ui.kit.Press;
import tutti.edit.Mutation;
import tutti.edit.Outcome;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

/** The window with a history that a test writes. */
abstract class HistoryStory extends WindowStory {
    static final Deed DREW = deed(2, "Ann", "drew 7 steps on Kick");
    static final Deed MUTED = deed(1, "Hatter", "muted Clap");
    static final List<Deed> DEEDS = List.of(DREW, MUTED);
    static final Past.Reading READ = new Past.Reading(false, 2, 2, Reach.BEGINNING);

    static Deed deed(long seq, String who, String words) {
        return new Deed(
                seq, seq, seq * 60_000, new Past.Author(who, 0x56B4E9), words, 1, 7, Set.of(), Set.of(), List.of());
    }

    @AfterEach
    void shut() {
        story(() -> {
            past(DEEDS, READ, Optional.empty(), "");
            Press button = (Press) window.content().lookup(".history-open");
            if (button.on()) {
                button.press();
            }
        });
    }

    void past(List<Deed> deeds, Past.Reading reading, Optional<Past.Glance> glance, String problem) {
        desk.change(s -> s.with(new Past(deeds, reading, glance, problem)));
        frame();
    }

    void openHistory() {
        key(KeyCode.H, KeyCode.CONTROL);
        past(DEEDS, READ, Optional.empty(), "");
    }

    /** The document as it was before the kick got its third step. */
    Session then() {
        Mutation put = Mutation.put(new Place.OfStep(PatternSlot.A, new NodeId("kick"), 2), StepFields.ON, true);
        return ((Outcome.Changed) Reducer.reduce(desk.session(), List.of(put))).next();
    }

    void look(Session then) {
        past(DEEDS, READ, Optional.of(new Past.Glance(MUTED, Optional.of(then))), "");
    }

    Region line() {
        return (Region) window.content().lookup(".past-line");
    }

    ListView<?> list() {
        return (ListView<?>) window.content().lookup(".deeds");
    }

    boolean reads(String words) {
        return window.content().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && label.getText().contains(words))
                .anyMatch(HistoryStoriesTest::seen);
    }

    static boolean seen(Node node) {
        return node == null || node.isVisible() && seen(node.getParent());
    }

    /** What is written on that button. */
    String written(String words) {
        return ((Label) found(words, true).lookup(".label")).getText();
    }

    Node found(String words, boolean there) {
        return window.content().getRoot().lookupAll(".press").stream()
                .filter(node -> words.equals(node.getAccessibleText()) && seen(node) == there)
                .findFirst()
                .orElseThrow();
    }
}
