package tutti.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.edit.Refusal.Reason;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

@DisplayName("the reducer")
class ReducerLawsTest {
    private static final int SEEDS = Seeds.of(300);

    @Test
    @DisplayName("never throws, and keeps a running weight that equals the walk")
    void total() {
        int applied = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Chaos chaos = new Chaos(seed);
            Session session = Session.BLANK;
            int weight = 0;
            for (int i = 0; i < 60; i++) {
                if (Reducer.reduce(session, chaos.mutation()) instanceof Outcome.Changed changed) {
                    session = changed.next();
                    weight += changed.weight();
                    applied++;
                }
                assertEquals(Weights.of(session), weight, "seed " + seed + " after " + i);
            }
        }
        assertTrue(applied > SEEDS * 15, "hardly anything was applied: " + applied);
    }

    @Test
    @DisplayName("gives the values before, which restore the document exactly")
    void restores() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Chaos chaos = new Chaos(seed);
            Session session = chaos.session(60);
            for (int i = 0; i < 40; i++) {
                Mutation mutation = chaos.mutation();
                if (mutation instanceof Put<?, ?> put
                        && Reducer.reduce(session, put) instanceof Outcome.Changed changed) {
                    assertTrue(put.holds(changed.next()), "seed " + seed);
                    assertEquals(session, restored(changed), "seed " + seed + ": " + mutation);
                }
            }
        }
    }

    private static Session restored(Outcome.Changed changed) {
        Session back = changed.next();
        for (Put<?, ?> before : changed.before()) {
            back = changed(back, before);
        }
        return back;
    }

    @Test
    @DisplayName("gives for an insert its delete, after which all else is as it was, and which bringing back undoes")
    void inserts() {
        int inserted = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Chaos chaos = new Chaos(seed);
            Session session = chaos.session(20);
            for (int i = 0; i < 40; i++) {
                if (chaos.mutation() instanceof Insert<?> insert
                        && Reducer.reduce(session, insert) instanceof Outcome.Changed changed) {
                    inserted++;
                    assertInserted(session, insert, changed, "seed " + seed + ": " + insert);
                }
            }
        }
        assertTrue(inserted > SEEDS, "hardly anything was inserted: " + inserted);
    }

    private static <N> void assertInserted(Session session, Insert<N> insert, Outcome.Changed changed, String words) {
        Root<N> root = insert.place();
        Session back = restored(changed);
        N born = root.get(changed.next()).orElseThrow();
        insert.values().forEach(value -> assertEquals(value, value.field().in(born), words));
        assertTrue(root.deleted().get(root.get(back).orElseThrow()), words);
        assertEquals(session, changed(back, new Mutation.Forget(root)), words);
        Session again = root.deleted().get(born) ? back : changed(back, Mutation.bringBack(root));
        assertEquals(changed.next(), again, words);
    }

    @Test
    @DisplayName("does all of a list or nothing")
    void atomic() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Chaos chaos = new Chaos(seed);
            Session session = chaos.session(40);
            List<Mutation> list = List.of(chaos.mutation(), chaos.mutation(), chaos.mutation());
            Session folded = session;
            boolean all = true;
            for (Mutation mutation : list) {
                all = all && Reducer.reduce(folded, mutation) instanceof Outcome.Changed;
                folded = all
                        ? Chaos.changed(Reducer.reduce(folded, mutation))
                                .orElseThrow()
                                .next()
                        : folded;
            }
            Outcome outcome = Reducer.reduce(session, list);
            assertEquals(all, outcome instanceof Outcome.Changed, "seed " + seed);
            assertTrue(!all || Chaos.changed(outcome).orElseThrow().next().equals(folded), "seed " + seed);
        }
    }

    @Test
    @DisplayName("leaves every part alone whose place was not changed")
    void sharing() {
        Session session = Chaos.furnished();
        Place.OfStep step = new Place.OfStep(PatternSlot.A, new NodeId("a"), 3);
        Session next = changed(session, Mutation.put(step, StepFields.ON, true));
        assertSame(session.tracks(), next.tracks());
        assertSame(session.effects(), next.effects());
        assertSame(session.pattern(PatternSlot.B), next.pattern(PatternSlot.B));
    }

    @Test
    @DisplayName("accepts a value that is there already, for somebody wanted it")
    void same() {
        Session session = Chaos.furnished();
        Mutation put = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, session.tempo());
        assertEquals(session, changed(session, put));
    }

    @Test
    @DisplayName("refuses with its reason")
    void refuses() {
        Session session = Chaos.furnished();
        Root.OfTrack a = new Root.OfTrack(new NodeId("a"));
        Root.OfTrack b = new Root.OfTrack(new NodeId("b"));
        String key = "V.b";
        assertReason(Reason.MISSING, session, Mutation.put(b, TrackFields.NAME, "x"));
        assertReason(Reason.EXISTS, session, new Insert<>(a, List.of(TrackFields.POSITION.of("V.a"))));
        assertReason(Reason.BIRTH, session, Mutation.put(new Place.OfSession(), SessionFields.FROZEN, true));
        assertReason(Reason.POSITION, session, new Insert<>(b, List.of()));
        assertReason(Reason.POSITION, session, Mutation.put(a, TrackFields.POSITION, key));
        assertReason(
                Reason.DOUBLED,
                session,
                new Insert<>(b, List.of(TrackFields.POSITION.of(key), TrackFields.POSITION.of(key))));
        assertReason(Reason.FORGET, session, new Mutation.Forget(a));
        assertReason(Reason.MISSING, session, new Mutation.Forget(b));
    }

    @Test
    @DisplayName("refuses a ninth lock and a 33rd live track, also one that is brought back")
    void limits() {
        Session session = Session.BLANK;
        for (int i = 0; i < Limits.TRACKS; i++) {
            session = changed(session, track(i));
        }
        assertReason(Reason.FULL, session, track(32));
        Root.OfTrack first = new Root.OfTrack(new NodeId("t0"));
        session = changed(session, Mutation.delete(first));
        session = changed(session, track(32));
        assertReason(Reason.FULL, session, Mutation.bringBack(first));
        Place.OfStep step = new Place.OfStep(PatternSlot.A, first.id(), 0);
        for (int i = 0; i < Limits.LOCKS; i++) {
            session = changed(session, lock(step, i));
        }
        assertReason(Reason.LOCKS, session, lock(step, Limits.LOCKS));
        assertEquals(session, changed(session, lock(step, 0)));
    }

    @Test
    @DisplayName("keeps the content of a deleted track, and takes edits inside it")
    void deleted() {
        Session session = Chaos.furnished();
        Root.OfTrack a = new Root.OfTrack(new NodeId("a"));
        Place.OfStep step = new Place.OfStep(PatternSlot.A, a.id(), 0);
        session = changed(session, Mutation.delete(a));
        session = changed(session, Mutation.put(step, StepFields.ON, true));
        assertEquals(List.of(), session.liveTracks());
        session = changed(session, Mutation.bringBack(a));
        assertTrue(step.get(session).orElseThrow().on());
    }

    private static Insert<?> track(int i) {
        Root.OfTrack root = new Root.OfTrack(new NodeId("t" + i));
        return new Insert<>(root, List.of(TrackFields.POSITION.of("V.t" + i)));
    }

    private static Mutation lock(Place.OfStep step, int i) {
        Field<tutti.model.Step, java.util.Optional<Integer>> field = StepFields.LOCKS.get(i);
        long seed = 0;
        while (field.sample(seed).value().isEmpty()) {
            seed++;
        }
        return new Put<>(step, field.sample(seed));
    }

    private static Session changed(Session session, Mutation mutation) {
        return assertInstanceOf(Outcome.Changed.class, Reducer.reduce(session, mutation))
                .next();
    }

    private static void assertReason(Reason reason, Session session, Mutation mutation) {
        Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, Reducer.reduce(session, mutation));
        assertEquals(reason, refused.refusal().reason());
    }
}
