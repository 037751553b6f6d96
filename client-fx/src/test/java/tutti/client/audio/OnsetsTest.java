package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Outcome;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

/** The ear of {@link MonitorTest}: it hears each drum of the demo on its frame, and one that is late. */
@Tag("slow")
class OnsetsTest {
    private static final int BARS = 8;
    private static final int FRAMES = 17 * Studio.RATE;

    private final SoundCatalogue catalogue = SoundCatalogue.load();
    private final Session demo = Studio.demo("first-light");

    private List<Onsets.Found> heard(Session played) {
        float[][] sound = new OfflineRenderer(new Instruments(catalogue)).render(played, PatternSlot.A, FRAMES);
        return new Onsets(Studio.mono(sound)).find(Onsets.due(demo, catalogue, BARS), 0);
    }

    @Test
    void each_drum_of_the_demo_is_heard_on_its_frame() {
        List<Onsets.Found> heard = heard(demo);
        assertTrue(heard.size() > 150, "only " + heard.size());
        for (Onsets.Found found : heard) {
            assertTrue(found.heard(), () -> found.due() + " is like " + found.like());
            assertEquals(0, found.late(), () -> "" + found.due());
        }
    }

    @Test
    void a_step_that_is_played_late_is_heard_late_and_nothing_else() {
        Place.OfStep third = new Place.OfStep(PatternSlot.A, new NodeId("closed"), 3);
        List<Mutation> late = List.of(Mutation.put(third, StepFields.NUDGE, 45));
        Session played = ((Outcome.Changed) Reducer.reduce(demo, late)).next();
        for (Onsets.Found found : heard(played)) {
            boolean moved = found.due().track().equals("Closed") && found.due().step() % 16 == 3;
            // 45 thousandths of a 16th at 122 BPM.
            assertEquals(moved ? 265 : 0, found.late(), 1, () -> "" + found.due());
        }
    }
}
