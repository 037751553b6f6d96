package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Chaos;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.Seeds;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

@DisplayName("with nobody else involved, a restore")
class RestoreLawsTest {
    private static final int EDITS = 40;

    private static final List<Scope> SCOPES = List.of(
            new Scope.All(),
            new Scope.Track(new NodeId("a")),
            new Scope.Track(new NodeId("b")),
            new Scope.Pattern(PatternSlot.A),
            new Scope.Bars(PatternSlot.A, 0, 0),
            new Scope.Bars(PatternSlot.A, 1, 7));

    /** What a test does in a room with a past. */
    private interface Story {
        void tell(Desk desk, Chaos chaos, long seq, Scope scope);
    }

    private static void each(Story story) {
        for (long seed = 0; seed < Seeds.of(240); seed++) {
            Chaos chaos = new Chaos(seed);
            Desk desk = new Desk(chaos.session(30));
            for (int i = 0; i < EDITS; i++) {
                desk.ask("A", "g" + i, new Ask.Change(List.of(chaos.mutation(), chaos.mutation())));
            }
            long seq = chaos.below((int) desk.room().seq() + 1);
            story.tell(desk, chaos, seq, SCOPES.get((int) seed % SCOPES.size()));
        }
    }

    /** Only for the lack of room or of a difference may a restore of these be refused. */
    private static boolean done(Optional<Verdict> verdict) {
        verdict.ifPresent(no -> assertTrue(
                List.of(Reason.SAME, Reason.MISSING)
                        .contains(no.refusal().orElseThrow().reason()),
                no.toString()));
        return verdict.isEmpty();
    }

    @Test
    @DisplayName("to now changes nothing, and says so")
    void now() {
        each((desk, chaos, seq, scope) -> {
            long head = desk.room().seq();
            Reason why = desk.restore("A", "m", head, new Scope.All())
                    .orElseThrow()
                    .refusal()
                    .orElseThrow()
                    .reason();
            assertEquals(Reason.SAME, why);
            assertEquals(head, desk.room().seq(), "no row for nothing");
        });
    }

    @Test
    @DisplayName("and then its undo is exactly what was before, and the undo of that the restore again")
    void undone() {
        each((desk, chaos, seq, scope) -> {
            Session before = desk.session();
            if (done(desk.restore("A", "m", seq, scope))) {
                Session restored = desk.session();
                assertEquals(Optional.empty(), desk.undo("A", "u", "m"));
                assertEquals(before, desk.session());
                assertEquals(Optional.empty(), desk.undo("A", "r", "u"));
                assertEquals(restored, desk.session());
            }
        });
    }

    @Test
    @DisplayName("of all makes the document equal to the past one, but for deleted nodes that were not there yet")
    void all() {
        List<Long> restored = new ArrayList<>();
        each((desk, chaos, seq, scope) -> {
            Session then = desk.then(seq);
            if (done(desk.restore("A", "m", seq, new Scope.All()))) {
                restored.add(seq);
                assertEquals(then, onlyWhatWas(then, desk.session()));
            }
        });
        assertTrue(restored.size() > Seeds.of(240) / 2, "hardly ever is anything restored");
    }

    /** {@code now} without the nodes that {@code then} has not, which must be deleted. */
    private static Session onlyWhatWas(Session then, Session now) {
        Session only = now;
        for (Root<?> root : roots(now)) {
            if (root.get(then).isEmpty()) {
                assertTrue(isDeleted(root, now), root + " was not there yet");
                only = root.remove(only);
            }
        }
        return only;
    }

    private static <N> boolean isDeleted(Root<N> root, Session session) {
        return root.deleted().get(root.get(session).orElseThrow());
    }

    private static List<Root<?>> roots(Session session) {
        List<Root<?>> roots = new ArrayList<>();
        session.tracks().entries().forEach(track -> roots.add(new Root.OfTrack(track.id())));
        session.sections().entries().forEach(section -> roots.add(new Root.OfSection(section.id())));
        session.muteSets().entries().forEach(muted -> roots.add(new Root.OfMuteSet(muted.id())));
        session.moments().entries().forEach(moment -> roots.add(new Root.OfMoment(moment.id())));
        return roots;
    }

    @Test
    @DisplayName("of a track or a pattern makes that what it was, and leaves all else alone")
    void some() {
        each((desk, chaos, seq, any) -> {
            NodeId track = new NodeId("a");
            PatternSlot slot = PatternSlot.values()[chaos.below(3)];
            Session before = desk.session();
            Session then = desk.then(seq);
            boolean ofTrack = chaos.below(2) == 0;
            Scope scope = ofTrack ? new Scope.Track(track) : new Scope.Pattern(slot);
            Predicate<String> in = name -> ofTrack
                    ? name.endsWith("/a") && (name.startsWith("track/") || name.startsWith("lane/"))
                    : name.equals("pattern/" + slot) || name.startsWith("lane/" + slot + "/");
            if (done(desk.restore("A", "m", seq, scope))) {
                assertEquals(parts(before, in.negate()), parts(desk.session(), in.negate()));
                if (then.tracks().has(track) || !ofTrack) {
                    assertEquals(parts(then, in), parts(desk.session(), in));
                }
            }
        });
    }

    private static Map<String, Part> parts(Session session, Predicate<String> names) {
        Map<String, Part> parts = new TreeMap<>();
        Parts.of(session).stream()
                .filter(part -> names.test(part.name()))
                .forEach(part -> parts.put(part.name(), part));
        return parts;
    }

    @Test
    @DisplayName("of some bars makes the steps in them what they were, and no others")
    void bars() {
        each((desk, chaos, seq, any) -> {
            Session before = desk.session();
            Session then = desk.then(seq);
            if (done(desk.restore("A", "m", seq, new Scope.Bars(PatternSlot.A, 0, 0)))) {
                Session restored = desk.session();
                before.tracks().entries().forEach(entry -> {
                    var old = then.pattern(PatternSlot.A).lane(entry.id());
                    var lane = before.pattern(PatternSlot.A).lane(entry.id());
                    var fresh = restored.pattern(PatternSlot.A).lane(entry.id());
                    // Chaos puts steps 0 to 2, all of which begin in the first bar of any meter of at least 3/4.
                    boolean whole =
                            before.meter().beats() * 4 >= 3 * before.meter().unit();
                    if (whole) {
                        assertEquals(old.steps(), fresh.steps());
                    }
                    assertEquals(
                            lane,
                            new tutti.model.Lane(
                                    fresh.length(), fresh.value(), fresh.restart(), fresh.swingByLane(), lane.steps()));
                });
                assertEquals(before.tracks(), restored.tracks());
            }
        });
    }

    @Test
    @DisplayName("of a forgotten track brings it back as it was, with all that stood in it")
    void forgotten() {
        for (long seed = 0; seed < Seeds.of(200); seed++) {
            Chaos chaos = new Chaos(seed);
            Session then = chaos.session(80);
            Root.OfTrack root = new Root.OfTrack(new NodeId("a"));
            if (root.get(then).filter(track -> !track.deleted()).isPresent()) {
                Session now = root.remove(then);
                Restoring.Plan plan = Restoring.plan(now, new Past.Known(then), new Scope.Track(root.id()));
                List<Mutation> changes = ((Restoring.Plan.Changes) plan).mutations();
                assertEquals(then, ((Writing.Written) Writing.of(now, changes)).next(), "seed " + seed);
            }
        }
    }
}
