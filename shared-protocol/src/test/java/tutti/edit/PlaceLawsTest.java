package tutti.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

@DisplayName("a place")
class PlaceLawsTest {
    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PlaceLawsTest::leaves)
                : Stream.of(type);
    }

    @Test
    @DisplayName("of every permitted type is among those that these laws look at")
    void all() {
        Set<Class<?>> seen = Chaos.places().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(leaves(Place.class).collect(Collectors.toSet()), seen);
    }

    @Test
    @DisplayName("comes back from its path, however long its ids are")
    void paths() {
        for (long seed = 0; seed < 500; seed++) {
            Place<?> place = new Chaos(seed).place();
            assertEquals(Optional.of(place), Places.parse(place.path()), "seed " + seed);
        }
        Chaos.places().forEach(place -> assertEquals(Optional.of(place), Places.parse(place.path())));
        Place<?> longest = new Place.OfStep(PatternSlot.P, new NodeId("x".repeat(40)), 127);
        assertEquals(Optional.of(longest), Places.parse(longest.path()));
    }

    @Test
    @DisplayName("does not come of a path that is nearly one")
    void strict() {
        List<String> bad = List.of(
                "",
                "/",
                "session/",
                "Session",
                "track",
                "track/",
                "track/a/",
                "track/ä",
                "track/" + "x".repeat(41),
                "pattern/Q",
                "pattern/AA",
                "pattern/a",
                "lane/A",
                "lane/A/",
                "lane/Q/a",
                "step/A/a",
                "step/A/a/128",
                "step/A/a/-1",
                "step/A/a/01",
                "step/A/a/+1",
                "step/A/a/1/2",
                "steps/A/a/1",
                "muteSet/a",
                "section//a");
        bad.forEach(path -> assertEquals(Optional.empty(), Places.parse(path), path));
    }

    @Test
    @DisplayName("gets back the node that was put there, and belongs to the node that holds it")
    void getPut() {
        Session session = Chaos.furnished();
        Chaos.places().forEach(place -> getPut(session, place));
    }

    private static <N> void getPut(Session session, Place<N> place) {
        for (Field<N, ?> field : place.fields().all()) {
            N node = field.sample(7).into(place.get(session).orElseThrow());
            assertEquals(Optional.of(node), place.get(place.put(session, node)), place.path());
        }
        assertEquals(session, place.put(session, place.get(session).orElseThrow()));
        boolean held = place.root().map(root -> root.get(session).isPresent()).orElse(true);
        assertTrue(held, place.path());
    }
}
