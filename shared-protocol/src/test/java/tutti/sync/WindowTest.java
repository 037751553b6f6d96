package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Put;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

@DisplayName("the window of rows")
class WindowTest {
    private static final List<String> PEOPLE = List.of("A", "B", "C");

    private static Chained row(Window window, SplittableRandom random, int padding) {
        Place.OfStep step = new Place.OfStep(PatternSlot.A, new NodeId("t"), random.nextInt(128));
        Put<?, ?> put = Mutation.put(step, StepFields.ON, random.nextBoolean());
        MemberId by = new MemberId(PEOPLE.get(random.nextInt(3)));
        GestureId gesture = new GestureId("g" + random.nextInt(500));
        long seq = window.high() + 1;
        long before = window.touch(put.property()).map(Touch::seq).orElse(0L);
        long after = random.nextInt(5) == 0 ? Math.max(1, seq - random.nextInt(20_000)) : seq;
        List<Row> mine = window.rows(by, gesture);
        long first = mine.isEmpty() ? seq : mine.getFirst().first();
        Row row = new Row(seq, seq, 0, by, gesture, first, List.of(put), List.of(new Trace(put, before, after)));
        String text = seq + "x".repeat(padding);
        return new Chained(row, window.chain().then(text), text);
    }

    @Test
    @DisplayName("has at most so many rows and bytes, and is a function of the last rows alone")
    @Tag("slow")
    void tail() {
        for (long seed = 0; seed < 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int padding = seed % 2 == 0 ? 0 : 4_000;
            Window window = new Window(0, Desk.BIRTH);
            List<Chained> all = new ArrayList<>();
            for (int i = 0; i < Limits.WINDOW_ROWS * 3 / 2; i++) {
                Chained next = row(window, random, padding);
                window.add(next);
                all.add(next);
            }
            int held = (int) (window.high() - window.low() + 1);
            long bytes = all.subList(all.size() - held, all.size()).stream()
                    .mapToLong(chained -> chained.text().length())
                    .sum();
            assertTrue(held <= Limits.WINDOW_ROWS && bytes <= Limits.WINDOW_BYTES, "too much: " + held);
            assertEquals(padding == 0, held == Limits.WINDOW_ROWS);
            same(window, rebuilt(all, held), "seed " + seed);
            same(window, rebuilt(all, Math.min(all.size(), held + 700)), "seed " + seed + ", from more than it holds");
        }
    }

    private static Window rebuilt(List<Chained> all, int count) {
        int from = all.size() - count;
        Window window =
                new Window(from, from == 0 ? Desk.BIRTH : all.get(from - 1).chain());
        all.subList(from, all.size()).forEach(window::add);
        return window;
    }

    private static void same(Window ran, Window rebuilt, String words) {
        assertEquals(ran.low(), rebuilt.low(), words);
        assertEquals(ran.high(), rebuilt.high(), words);
        assertEquals(ran.chain(), rebuilt.chain(), words);
        assertEquals(ran.chain(ran.low() - 1), rebuilt.chain(ran.low() - 1), words);
        assertEquals(ran.after(0), rebuilt.after(0), words);
        for (int i = 0; i < 128; i++) {
            Place.OfStep step = new Place.OfStep(PatternSlot.A, new NodeId("t"), i);
            assertEquals(
                    ran.touch(Mutation.put(step, StepFields.ON, true).property()),
                    rebuilt.touch(Mutation.put(step, StepFields.ON, true).property()),
                    words);
        }
        for (int g = 0; g < 500; g++) {
            for (String who : PEOPLE) {
                GestureId gesture = new GestureId("g" + g);
                assertEquals(ran.rows(new MemberId(who), gesture), rebuilt.rows(new MemberId(who), gesture), words);
            }
        }
    }

    @Test
    @DisplayName("knows the chains from one before its oldest row to its newest, and tells another history from none")
    void continuity() {
        SplittableRandom random = new SplittableRandom(1);
        Window window = new Window(10, Desk.BIRTH);
        window.add(row(window, random, 0));
        window.add(row(window, random, 0));
        assertEquals(Continuity.SAME, window.continuity(10, Desk.BIRTH));
        assertEquals(Continuity.SAME, window.continuity(12, window.chain()));
        assertEquals(Continuity.UNKNOWN, window.continuity(9, Desk.BIRTH));
        assertEquals(Continuity.UNKNOWN, window.continuity(0, Chain.NONE));
        assertEquals(Continuity.DIFFERENT, window.continuity(11, Desk.BIRTH));
        assertEquals(Continuity.DIFFERENT, window.continuity(13, window.chain()));
        assertEquals(Optional.empty(), window.chain(13));
    }
}
