package tutti.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
}
