package tutti.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.model.Condition;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Step;
import tutti.model.Track;

class DemoTextTest {
    private static Session shipped(String name) throws IOException {
        return DemoText.parse(resource(name + ".txt"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DemoText.class.getResourceAsStream("/tutti/demos/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Lane lane(Session session, String track) {
        return session.pattern(PatternSlot.A).lane(new NodeId(track));
    }

    @Test
    void first_light_is_what_the_page_of_demos_says() throws IOException {
        Session session = shipped("first-light");
        assertEquals("First light", session.name());
        assertEquals(12_200, session.tempo());
        assertEquals(240, session.swing());
        assertEquals(7, session.root());
        List<Shelf.Entry<Track>> tracks = session.liveTracks();
        assertEquals(
                List.of("Kick", "Clap", "Closed", "Open", "Conga", "Rim", "Bass", "Stab"),
                tracks.stream().map(entry -> entry.node().name()).toList());
        assertEquals(100, tracks.get(2).node().pan());
        assertEquals(1, tracks.get(2).node().choke());
        assertEquals(7, lane(session, "conga").length());
        assertEquals(32, lane(session, "stab").length());
        assertEquals(120, lane(session, "kick").steps().at(0).velocity());
        Step roll = lane(session, "closed").steps().at(15);
        assertEquals(3, roll.ratchet());
        assertEquals(23, roll.ramp());
        assertEquals(Condition.lap(2, 2), roll.condition());
        assertEquals(7, lane(session, "bass").steps().at(6).pitch());
        assertEquals(Optional.of(90), lane(session, "bass").steps().at(6).gate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-light", "boom-bap", "eleven-doors", "slow-burn"})
    void every_demo_of_the_index_can_be_read_and_has_its_name(String file) throws IOException {
        assertTrue(resource("index.tsv")
                .contains("\n" + file + "\t" + shipped(file).name() + "\t"));
        assertEquals(8, shipped(file).liveTracks().size());
    }

    @Test
    void any_field_can_stand_under_its_tag() {
        Session session = DemoText.parse("meter 7/8\ntrack a sub A\nset sub.wave square\nsteps xogX\nlane value 1/8T\n"
                + "all tie true\n2 nudge -250\n");
        assertEquals("7/8", session.meter().code());
        assertEquals(
                "square", session.liveTracks().getFirst().node().sub().wave().code());
        assertEquals(
                List.of(100, 72, 44, 120),
                List.of(0, 1, 2, 3).stream()
                        .map(i -> lane(session, "a").steps().at(i).velocity())
                        .toList());
        assertEquals(-250, lane(session, "a").steps().at(1).nudge());
        assertTrue(lane(session, "a").steps().at(3).tie());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steps x---",
                "tempo fast",
                "track a sub",
                "track a sub A\nsteps x?",
                "track a sub A\nset nothing 1",
                "track a sub A\nset pan 1001",
                "track a sub A\nsteps x\n2 pitch 1",
                "track a sub A\nset pan"
            })
    void a_line_that_cannot_be_read_is_named(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> DemoText.parse(text));
        String last = text.lines().toList().getLast();
        assertTrue(refused.getMessage().endsWith(last), refused.getMessage());
    }
}
