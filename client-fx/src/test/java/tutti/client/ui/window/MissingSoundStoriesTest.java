package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.edit.Mutation;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.Instrument;

@DisplayName("A sound that is missing here")
class MissingSoundStoriesTest extends WindowStory {
    private static final Instrument UNKNOWN = new Instrument("legacy:tone:who-knows");
    private static final String NARROW = "missing: tone:who-knows";
    private static final String WORDS = "The sound “tone:who-knows” is missing here, so this track is silent";

    /** The conga's lane is of seven steps, so that its head has a lap to say as well. */
    private void loses() {
        story(() -> {
            desk.remote(Mutation.put(new Root.OfTrack(FirstLight.id("conga")), TrackFields.INSTRUMENT, UNKNOWN));
            frame();
            stand("conga", 1);
        });
    }

    @AfterEach
    void wide() {
        robot.interact(() -> stage.setWidth(1280));
    }

    /** What the head says below the track's name, sound and lap. */
    private String head() {
        return window.content().getRoot().lookupAll("#head-conga .about").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining());
    }

    private void mute(boolean on) {
        story(() -> desk.remote(Mutation.put(new Root.OfTrack(FirstLight.id("conga")), TrackFields.MUTE, on)));
    }

    private Instrument sound() {
        return desk.session().tracks().get(FirstLight.id("conga")).orElseThrow().instrument();
    }

    private String choose() {
        return ((Label) window.content().lookup(".track-panel .button-like .label")).getText();
    }

    @Test
    @DisplayName("is named in its head, muted or not, with lap or without, in a window that is wide or narrow")
    void named() {
        assertTrue(head().contains("lap"), head());
        loses();
        for (double width : new double[] {1280, 1100, 960}) {
            robot.interact(() -> stage.setWidth(width));
            story(this::frame);
            assertEquals(NARROW, head(), "at " + width);
            mute(true);
            assertEquals(NARROW, head(), "muted at " + width);
            mute(false);
            story(() -> desk.muteForMe(FirstLight.id("conga"), true));
            assertEquals(NARROW, head(), "muted for me at " + width);
            story(() -> desk.muteForMe(FirstLight.id("conga"), false));
        }
    }

    @Test
    @DisplayName("is named where one would choose another, a choice takes its place, and undo gives it back")
    void replaced() {
        loses();
        story(() -> {
            assertEquals("Missing: tone:who-knows", choose());
            press(WORDS + ": choose another in its place");
            Node line = window.content().lookup(".picker .missing");
            assertEquals(WORDS + ": what you choose takes its place", ((Label) line).getText());
            assertTrue(AssembledWindow.seen(line));
            assertEquals(UNKNOWN, sound(), "nothing takes its place unasked");
            press(first().getAccessibleText());
        });
        story(() -> {
            assertFalse(sound().equals(UNKNOWN));
            assertFalse(AssembledWindow.seen(window.content().lookup(".picker .missing")));
            assertFalse(head().contains("missing"), head());
            press("Close the list of sounds (Esc)");
            window.content().lookup(".rover").requestFocus();
            key(KeyCode.Z, KeyCode.CONTROL);
        });
        assertEquals(UNKNOWN, sound());
        story(() -> assertEquals("Missing: tone:who-knows", choose()));
    }

    private Node first() {
        return window.content().lookup(".picker .sound");
    }

    @Test
    @DisplayName("is another thing than none: a track that has none asks for one")
    void none() {
        story(() -> {
            desk.remote(
                    Mutation.put(new Root.OfTrack(FirstLight.id("conga")), TrackFields.INSTRUMENT, Instrument.NONE));
            frame();
            stand("conga", 1);
        });
        story(() -> {
            assertEquals("Choose a sound", choose());
            assertTrue(head().startsWith("no sound"), head());
        });
    }
}
