package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.PatternSlot;
import tutti.model.Session;

@DisplayName("Of what was asked of the transport")
class LandingsTest {
    private static final MemberId ANN = new MemberId("ann");
    private static final long BAR = 2_000_000;

    private final Session session = Session.BLANK;
    private final Landings landings = new Landings();
    private final List<String> landed = new ArrayList<>();
    private Transport transport = Conductor.stopped(session);

    private void at(long now) {
        landings.reach(transport, now)
                .forEach(landing -> landed.add(landing.at() + " " + landing.kind()
                        + landing.pattern().map(slot -> " " + slot).orElse("")));
    }

    private void play(long now) {
        transport = Conductor.play(transport, Optional.empty(), ANN, session, now, true);
    }

    @Test
    @DisplayName("each play, launch and stop is found once, at its moment and not before")
    void once() {
        at(0);
        play(0);
        at(149_999);
        assertEquals(List.of(), landed);
        at(150_000);
        transport = Conductor.launch(transport, PatternSlot.B, ANN, session, 200_000);
        assertEquals(OptionalLong.of(150_000 + BAR), landings.next(transport));
        at(150_000 + BAR);
        at(150_000 + BAR);
        transport = Conductor.stop(transport, ANN, session, 3_000_000, false);
        at(9_000_000);
        at(9_000_001);
        assertEquals(List.of("150000 PLAY A", 150_000 + BAR + " LAUNCH B", 150_000 + 2 * BAR + " STOP"), landed);
        assertEquals(OptionalLong.empty(), landings.next(transport));
    }

    @Test
    @DisplayName("what was withdrawn before its bar never lands")
    void withdrawn() {
        play(0);
        at(200_000);
        transport = Conductor.launch(transport, PatternSlot.B, ANN, session, 200_000);
        transport = Conductor.launch(transport, PatternSlot.B, ANN, session, 300_000);
        transport = Conductor.stop(transport, ANN, session, 400_000, false);
        transport = Conductor.keep(transport, 500_000);
        at(9_000_000);
        assertEquals(List.of("150000 PLAY A"), landed);
    }

    @Test
    @DisplayName("a room that never played has nothing to tell, and each run is told anew")
    void runs() {
        at(5_000_000);
        play(5_000_000);
        at(6_000_000);
        transport = Conductor.stop(transport, ANN, session, 6_000_000, true);
        at(6_000_000);
        play(7_000_000);
        at(8_000_000);
        assertEquals(List.of("5150000 PLAY A", "6000000 STOP", "7150000 PLAY A"), landed);
    }
}
