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
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.edit.Place;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.Seeds;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Lane;
import tutti.model.Meter;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.StepValue;
import tutti.model.Track;

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
        int restored = 0;
        int inside = 0;
        int outside = 0;
        for (long seed = 0; seed < Seeds.of(240); seed++) {
            Lanes lanes = new Lanes(seed);
            Desk desk = lanes.desk();
            long seq = lanes.chaos.below((int) desk.room().seq());
            Session before = desk.session();
            Session then = desk.then(seq);
            int first = lanes.chaos.below(5);
            int last = first + lanes.chaos.below(3);
            if (!done(desk.restore("A", "m", seq, new Scope.Bars(PatternSlot.A, first, last)))) {
                continue;
            }
            restored++;
            for (NodeId track : Lanes.TRACKS) {
                Lane was = then.pattern(PatternSlot.A).lane(track);
                Lane lane = before.pattern(PatternSlot.A).lane(track);
                Lane now = desk.session().pattern(PatternSlot.A).lane(track);
                for (int step = 0; step < tutti.model.Limits.STEPS; step++) {
                    boolean in = Lanes.isIn(before.meter(), lane.value(), step, first, last);
                    assertEquals((in ? was : lane).steps().at(step), now.steps().at(step), "step " + step);
                    boolean told = !was.steps().at(step).equals(lane.steps().at(step));
                    inside += told && in ? 1 : 0;
                    outside += told && !in ? 1 : 0;
                }
                assertEquals(
                        lane,
                        new Lane(now.length(), now.value(), now.restart(), now.swingByLane(), lane.steps()),
                        "only steps");
            }
            assertEquals(before.tracks(), desk.session().tracks());
        }
        assertTrue(restored > Seeds.of(240) / 2, "hardly ever is anything restored");
        assertTrue(inside > restored && outside > restored, inside + " differed inside, " + outside + " outside");
    }

    /** A pattern whose lanes have steps of all values, written over all of its bars, in any meter. */
    private static final class Lanes {
        static final List<NodeId> TRACKS = List.of(new NodeId("a"), new NodeId("b"));
        private static final int TRIPLET = 3;
        private static final int DUPLET = 2;

        private final Chaos chaos;

        Lanes(long seed) {
            chaos = new Chaos(seed);
        }

        Desk desk() {
            Session session = Session.BLANK;
            for (NodeId track : TRACKS) {
                Root.OfTrack root = new Root.OfTrack(track);
                session = root.put(session, TrackFields.POSITION.with(Track.BLANK, "V." + track.text()));
            }
            Desk desk = new Desk(session);
            for (int i = 0; i < EDITS; i++) {
                desk.ask("A", "g" + i, new Ask.Change(List.of(any(), any(), any())));
            }
            return desk;
        }

        private Mutation any() {
            NodeId track = TRACKS.get(chaos.below(TRACKS.size()));
            return switch (chaos.below(12)) {
                case 0 -> Mutation.put(new Place.OfSession(), SessionFields.METER, meter());
                case 1 ->
                    Mutation.put(
                            new Place.OfLane(PatternSlot.A, track),
                            LaneFields.VALUE,
                            StepValue.values()[chaos.below(StepValue.values().length)]);
                default ->
                    Mutation.put(
                            new Place.OfStep(PatternSlot.A, track, chaos.below(tutti.model.Limits.STEPS)),
                            StepFields.VELOCITY,
                            1 + chaos.below(127));
            };
        }

        private Meter meter() {
            return new Meter(1 + chaos.below(7), 1 << (1 + chaos.below(4)));
        }

        /** By fractions of a whole note, without ticks: a step is 1/division, a triplet two thirds of that. */
        static boolean isIn(Meter meter, StepValue value, int step, int first, int last) {
            // Both times 3 * division * unit, so that they are whole.
            long begins = (long) step * (value.triplet() ? DUPLET : TRIPLET) * meter.unit();
            long bar = (long) TRIPLET * value.division() * meter.beats();
            return begins / bar >= first && begins / bar <= last;
        }
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
