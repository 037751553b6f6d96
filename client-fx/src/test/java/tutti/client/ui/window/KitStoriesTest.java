package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.edit.Mutation;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.model.Instrument;

@DisplayName("A kit")
class KitStoriesTest extends WindowStory {
    private static final String SWAP = "Other sounds, same pattern";

    private Instrument sound(String track) {
        return desk.session().tracks().get(FirstLight.id(track)).orElseThrow().instrument();
    }

    private Node swap() {
        return window.content().getRoot().lookupAll(".press").stream()
                .filter(node -> SWAP.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("is swapped in one gesture, the pattern stays, and what no sound of it is for keeps its own")
    void swapped() {
        Instrument bass = sound("bass");
        String kicks = signs("kick");
        story(() -> {
            press(SWAP);
            choose("Boom bap");
        });
        assertEquals(1, desk.edits.size());
        assertFalse(sound("kick").equals(Instrument.sample("kick-909")), "another kick");
        assertEquals(bass, sound("bass"));
        assertEquals(kicks, signs("kick"));
        story(() -> desk.undo());
        assertEquals(Instrument.sample("kick-909"), sound("kick"));
    }

    @Test
    @DisplayName("cannot be swapped where there is no track to put its sounds on")
    void nothingToSwap() {
        story(() -> assertFalse(swap().isDisabled()));
        story(() -> desk.remote(desk.session().liveTracks().stream()
                .map(track -> Mutation.put(new Root.OfTrack(track.id()), TrackFields.DELETED, true))
                .toArray(Mutation[]::new)));
        story(() -> assertTrue(swap().isDisabled()));
    }
}
