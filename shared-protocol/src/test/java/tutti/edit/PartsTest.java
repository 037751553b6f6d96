package tutti.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

@DisplayName("the parts of a document")
class PartsTest {
    @Test
    @DisplayName("join to the same document, deleted nodes, blank nodes and values of birth too")
    void inverse() {
        for (long seed = 0; seed < Seeds.of(300); seed++) {
            Session session = new Chaos(seed).session(80);
            assertEquals(session, Parts.join(Parts.of(session)), "seed " + seed);
        }
        Session born = SessionFields.FROZEN.with(SessionFields.COPIED_FROM.with(Session.BLANK, "other"), true);
        assertEquals(born, Parts.join(Parts.of(born)));
    }

    @Test
    @DisplayName("have names of their own, by place, in an order that depends on the document alone")
    void names() {
        for (long seed = 0; seed < Seeds.of(100); seed++) {
            Session session = new Chaos(seed).session(80);
            List<String> names = Parts.of(session).stream().map(Part::name).toList();
            assertEquals(names.size(), names.stream().distinct().count(), "seed " + seed);
            assertEquals(Parts.of(session), Parts.of(Parts.join(Parts.of(session))), "seed " + seed);
            names.stream()
                    .filter(name -> !name.equals("head"))
                    .forEach(name ->
                            assertEquals(Optional.of(name), Places.parse(name).map(Place::path)));
        }
    }

    @Test
    @DisplayName("that changed since, and the names of those that did not, are the whole document")
    void since() {
        for (long seed = 0; seed < Seeds.of(200); seed++) {
            Chaos chaos = new Chaos(seed);
            Session before = chaos.session(80);
            Session now = chaos.more(before, chaos.below(6));
            Parts.Since since = Parts.since(before, now);
            Map<String, Part> old = byName(Parts.of(before));
            Map<String, Part> all = byName(since.fresh());
            since.kept().forEach(name -> all.put(name, old.get(name)));
            assertEquals(byName(Parts.of(now)), all, "seed " + seed);
            assertEquals(since.fresh().size() + since.kept().size(), all.size(), "seed " + seed);
        }
    }

    private static Map<String, Part> byName(List<Part> parts) {
        Map<String, Part> all = new TreeMap<>();
        parts.forEach(part -> all.put(part.name(), part));
        return all;
    }

    @Test
    @DisplayName("of which an edit touches one, are kept but for that one")
    void oneEdit() {
        Session before = Chaos.furnished();
        Place.OfStep step = new Place.OfStep(PatternSlot.A, new NodeId("a"), 5);
        Mutation.Put<?, ?> put = Mutation.put(step, StepFields.VELOCITY, 77);
        Session now = ((Outcome.Changed) Reducer.reduce(before, put)).next();
        Parts.Since since = Parts.since(before, now);
        assertEquals(List.of("lane/A/a"), since.fresh().stream().map(Part::name).toList());
        List<String> others = Parts.of(before).stream()
                .map(Part::name)
                .filter(name -> !name.equals("lane/A/a"))
                .toList();
        assertEquals(others, since.kept());
        assertEquals(List.of(), Parts.since(now, now).fresh());
    }
}
