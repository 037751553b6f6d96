package tutti.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Place.OfSession;
import tutti.edit.Place.OfStep;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.model.PatternSlot;

@DisplayName("A lens")
class LensesTest {
    private final List<String> drawn = new ArrayList<>();
    private final FakeDesk desk = new FakeDesk(FirstLight.room());
    private final Lenses lenses = new Lenses()
            .add(v -> v.lane(FirstLight.id("kick")), l -> drawn.add("kick"))
            .add(v -> v.lane(FirstLight.id("bass")), l -> drawn.add("bass"));

    private void show() {
        drawn.clear();
        lenses.show(new View(desk.newest.get(), Focus.START));
    }

    @Test
    @DisplayName("draws first, and then only when its piece is another reference")
    void onlyWhatChanged() {
        show();
        assertEquals(List.of("kick", "bass"), drawn);
        show();
        assertEquals(List.of(), drawn);
        desk.remote(Mutation.put(new OfSession(), SessionFields.TEMPO, 9_000));
        show();
        assertEquals(List.of(), drawn);
        desk.remote(Mutation.put(new OfStep(PatternSlot.A, FirstLight.id("bass"), 0), StepFields.ON, true));
        show();
        assertEquals(List.of("bass"), drawn);
    }
}
