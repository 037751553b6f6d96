package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.edit.Chaos;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.Seeds;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.Session;

@DisplayName("with nobody else involved")
class UndoLawsTest {
    @Test
    @DisplayName("undo restores exactly, and undo of undo exactly again, gesture by gesture")
    void exact() {
        for (long seed = 0; seed < Seeds.of(120); seed++) {
            Chaos chaos = new Chaos(seed);
            Desk desk = new Desk(chaos.session(30));
            List<Session> stages = new ArrayList<>(List.of(desk.session()));
            for (int g = 0; g < 6; g++) {
                gesture(desk, chaos, "g" + g);
                stages.add(desk.session());
            }
            for (int g = 5; g >= 0; g--) {
                desk.undo("A", "u" + g, "g" + g);
                assertSame(stages.get(g), desk.session(), "seed " + seed + ": undo of " + g);
            }
            for (int g = 0; g < 6; g++) {
                desk.undo("A", "r" + g, "u" + g);
                assertSame(stages.get(g + 1), desk.session(), "seed " + seed + ": redo of " + g);
            }
        }
    }

    /** A few edits of few mutations; what is refused is left out. */
    private static void gesture(Desk desk, Chaos chaos, String name) {
        for (int i = 0; i <= chaos.below(4); i++) {
            List<Mutation> mutations = List.of(chaos.mutation(), chaos.mutation());
            desk.ask("A", name, new Ask.Change(mutations));
        }
    }

    /** Equal, part by part, but for nodes that are deleted in one of them and were never made in the other. */
    private static void assertSame(Session expected, Session actual, String words) {
        Map<String, Part> due = parts(expected);
        Map<String, Part> there = parts(actual);
        Set<String> names = new TreeSet<>(due.keySet());
        names.addAll(there.keySet());
        for (String name : names) {
            String owner = name.startsWith("lane/") ? "track/" + name.substring("lane/A/".length()) : name;
            if (due.containsKey(owner) || !isDeleted(there, owner)) {
                assertEquals(due.get(name), there.get(name), words + " " + name);
            }
        }
    }

    private static Map<String, Part> parts(Session session) {
        return Parts.of(session).stream().collect(Collectors.toMap(Part::name, part -> part));
    }

    private static boolean isDeleted(Map<String, Part> parts, String name) {
        return parts.containsKey(name)
                && parts.get(name).values().stream()
                        .flatMap(placed -> placed.values().stream())
                        .anyMatch(value -> value.field().tag().equals("deleted"));
    }

    @Test
    @Tag("slow")
    @DisplayName("an undo that needs several rows is one: it restores all, and its undo restores all again")
    void large() {
        Desk desk = new Desk(Session.BLANK);
        for (int i = 0; i < 32; i++) {
            Root.OfTrack root = new Root.OfTrack(new NodeId("t" + i));
            desk.change("A", "setup", new Mutation.Insert<>(root, List.of(TrackFields.POSITION.of("V.t" + i))));
        }
        Session before = desk.session();
        for (int p = 0; p < 8; p++) {
            for (int i = 0; i < 32; i++) {
                desk.ask("A", "big", new Ask.Change(steps(i, p)));
            }
        }
        Session after = desk.session();
        long seq = desk.room().seq();
        assertEquals(Optional.empty(), desk.undo("A", "u", "big"));
        assertTrue(desk.room().seq() > seq + 1, "one row was enough");
        assertEquals(before, desk.session());
        assertEquals(Optional.empty(), desk.undo("A", "r", "u"));
        assertEquals(after, desk.session());
    }

    private static List<Mutation> steps(int track, int pattern) {
        List<Mutation> all = new ArrayList<>();
        tutti.model.PatternSlot slot = tutti.model.PatternSlot.values()[pattern];
        for (int i = 0; i < 16; i++) {
            Place.OfStep step = new Place.OfStep(slot, new NodeId("t" + track), i);
            all.add(Mutation.put(step, tutti.edit.StepFields.ON, true));
        }
        return all;
    }

    @Test
    @DisplayName("or with others, a room that was loaded anew answers like the one that ran on")
    void restarted() {
        for (long seed = 0; seed < Seeds.of(60); seed++) {
            Chaos chaos = new Chaos(seed);
            Desk desk = new Desk(chaos.session(30));
            Desk other = new Desk(desk.birth());
            for (int i = 0; i < 60; i++) {
                String who = chaos.below(2) == 0 ? "A" : "B";
                Ask ask = chaos.below(3) == 0
                        ? new Ask.Undo(new GestureId("g" + chaos.below(i + 1)))
                        : new Ask.Change(List.of(chaos.mutation(), chaos.mutation()));
                String gesture = "g" + (i - chaos.below(2));
                if (chaos.below(4) == 0) {
                    other.restart();
                }
                assertEquals(desk.ask(who, gesture, ask), other.ask(who, gesture, ask), "seed " + seed + " at " + i);
                assertEquals(desk.room().chain(), other.room().chain(), "seed " + seed + " at " + i);
            }
            assertEquals(desk.session(), other.session());
            assertEquals(desk.room().outboxes(), other.room().outboxes());
        }
    }
}
