package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Put;
import tutti.edit.Place;
import tutti.edit.Property;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

@DisplayName("the window of rows")
class WindowTest {
    private static final List<String> PEOPLE = List.of("A", "B", "C");
    private static final List<String> TRACKS = List.of("t", "u");
    private static final int STEPS = 64;
    private static final int LONG = 80;
    private static final int GESTURES = 50_000;

    private final Remembered form = new Remembered();
    private final List<Chained> all = new ArrayList<>();

    private Chained next(Window window, SplittableRandom random, int gestures, int padding) {
        Put<?, ?> put = Mutation.put(step(random), StepFields.ON, random.nextBoolean());
        List<Mutation> mutations = random.nextInt(50) == 0
                ? List.of(new Mutation.Forget(new Root.OfTrack(new NodeId(pick(TRACKS, random)))), put)
                : List.of(put);
        MemberId by = new MemberId(pick(PEOPLE, random));
        GestureId gesture = new GestureId("g" + random.nextInt(gestures));
        long seq = window.high() + 1;
        long before = window.touch(put.property()).map(Touch::seq).orElse(0L);
        long after = random.nextInt(5) == 0 ? Math.max(1, seq - random.nextInt(20_000)) : seq;
        long first = window.first(by, gesture).orElse(seq);
        Row row = new Row(seq, seq, 0, by, gesture, first, mutations, List.of(new Trace(put, before, after)));
        String text = form.row(row, padding);
        Chained chained = new Chained(row, window.chain().then(text), text);
        window.add(chained);
        all.add(chained);
        return chained;
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    private static Place.OfStep step(SplittableRandom random) {
        return new Place.OfStep(PatternSlot.A, new NodeId(pick(TRACKS, random)), random.nextInt(STEPS));
    }

    @Test
    @DisplayName("says at any time what the rows say that it may hold, whether they are at hand or packed")
    void plain() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            all.clear();
            Window.Bounds bounds =
                    new Window.Bounds(1 + random.nextInt(90), 1 + random.nextInt(2_000), 1 + random.nextInt(9));
            Window window = new Window(0, Desk.BIRTH, form, bounds);
            int gestures = 1 + random.nextInt(60);
            for (int i = 0; i < 250; i++) {
                next(window, random, gestures, random.nextInt(LONG));
                ask(bounds, window, random, gestures, "seed " + seed + " after " + i);
            }
            assertTrue(window.low() > 1, "some left");
        }
    }

    private void ask(Window.Bounds bounds, Window window, SplittableRandom random, int gestures, String words) {
        PlainWindow plain = new PlainWindow(all, Desk.BIRTH, bounds);
        long seq = random.nextLong(-1, all.size() + 3L);
        MemberId member = new MemberId(pick(PEOPLE, random));
        GestureId gesture = new GestureId("g" + random.nextInt(gestures));
        Root<?> root = new Root.OfTrack(new NodeId(pick(TRACKS, random)));
        Property property = Mutation.put(step(random), StepFields.ON, true).property();
        List<Row> rows = plain.rows(member, gesture);
        assertEquals(plain.low(), window.low(), words);
        assertEquals(plain.chain(seq), window.chain(seq), words);
        assertEquals(plain.after(seq), window.after(seq), words);
        assertEquals(rows, window.rows(member, gesture), words);
        assertEquals(rows.stream().mapToLong(Row::first).findFirst(), window.first(member, gesture), words);
        assertEquals(plain.touch(property), window.touch(property), words);
        assertEquals(plain.forgotten(root, seq), window.forgotten(root, seq), words);
        assertEquals(plain.stranger(root, seq, member), window.stranger(root, seq, member), words);
    }

    @Test
    @DisplayName("has at most so many rows and bytes, and is a function of the last rows alone")
    @Tag("slow")
    void tail() {
        for (long seed = 0; seed < 2; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int padding = seed % 2 == 0 ? 0 : 1_500;
            all.clear();
            Window window = new Window(0, Desk.BIRTH, form);
            for (int i = 0; i < (padding == 0 ? Limits.WINDOW_ROWS * 3 / 2 : 6_500); i++) {
                next(window, random, GESTURES, padding);
            }
            int held = (int) (window.high() - window.low() + 1);
            assertEquals(new PlainWindow(all, Desk.BIRTH, Window.Bounds.USUAL).low(), window.low());
            assertEquals(padding == 0, held == Limits.WINDOW_ROWS);
            same(window, rebuilt(held), "seed " + seed);
            same(window, rebuilt(Math.min(all.size(), held + 700)), "seed " + seed + ", from more than it holds");
        }
    }

    private Window rebuilt(int count) {
        int from = all.size() - count;
        Chain before = from == 0 ? Desk.BIRTH : all.get(from - 1).chain();
        Window window = new Window(from, before, form);
        all.subList(from, all.size()).forEach(window::add);
        return window;
    }

    private static void same(Window ran, Window rebuilt, String words) {
        assertEquals(ran.low(), rebuilt.low(), words);
        assertEquals(ran.high(), rebuilt.high(), words);
        assertEquals(ran.chain(), rebuilt.chain(), words);
        assertEquals(ran.chain(ran.low() - 1), rebuilt.chain(ran.low() - 1), words);
        assertEquals(ran.after(0), rebuilt.after(0), words);
        for (int i = 0; i < STEPS; i++) {
            Place.OfStep step = new Place.OfStep(PatternSlot.A, new NodeId("t"), i);
            Property property = Mutation.put(step, StepFields.ON, true).property();
            assertEquals(ran.touch(property), rebuilt.touch(property), words);
        }
        for (int g = 0; g < GESTURES; g += 1_000) {
            for (String who : PEOPLE) {
                GestureId gesture = new GestureId("g" + g);
                assertEquals(ran.rows(new MemberId(who), gesture), rebuilt.rows(new MemberId(who), gesture), words);
            }
        }
    }

    @Test
    @DisplayName("reads none of its packed rows for a gesture that has none there, nor for one that goes on")
    void readsNone() {
        SplittableRandom random = new SplittableRandom(5);
        Window window = new Window(0, Desk.BIRTH, form);
        for (int i = 0; i < 1_000; i++) {
            next(window, random, Integer.MAX_VALUE, 0);
        }
        Row newest = next(window, random, Integer.MAX_VALUE, 0).row();
        Row old = all.getFirst().row();
        assertEquals(OptionalLong.of(old.seq()), window.first(old.by(), old.gesture()));
        form.forget();
        assertEquals(OptionalLong.empty(), window.first(old.by(), new GestureId("never")));
        assertEquals(List.of(newest), window.rows(newest.by(), newest.gesture()));
        assertEquals(OptionalLong.of(newest.first()), window.first(newest.by(), newest.gesture()));
    }

    @Test
    @DisplayName("knows the chains from one before its oldest row to its newest, and tells another history from none")
    void continuity() {
        SplittableRandom random = new SplittableRandom(1);
        Window window = new Window(10, Desk.BIRTH, form);
        next(window, random, 9, 0);
        next(window, random, 9, 0);
        assertEquals(Continuity.SAME, window.continuity(10, Desk.BIRTH));
        assertEquals(Continuity.SAME, window.continuity(12, window.chain()));
        assertEquals(Continuity.UNKNOWN, window.continuity(9, Desk.BIRTH));
        assertEquals(Continuity.UNKNOWN, window.continuity(0, Chain.NONE));
        assertEquals(Continuity.DIFFERENT, window.continuity(11, Desk.BIRTH));
        assertEquals(Continuity.DIFFERENT, window.continuity(13, window.chain()));
        assertEquals(Optional.empty(), window.chain(13));
    }
}
