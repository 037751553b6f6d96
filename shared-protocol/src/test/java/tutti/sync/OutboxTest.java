package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;

@DisplayName("an outbox")
class OutboxTest {
    private static final OutboxId ID = new OutboxId("first");

    private static Draft draft(int value) {
        Mutation tempo = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 2_000 + value);
        return new Draft(new GestureId("g" + value % 5), new Ask.Change(List.of(tempo)));
    }

    /** A note as a replica might write it next. */
    private static OutboxNote note(Outbox outbox, SplittableRandom random, int i) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new OutboxNote.Drafted(draft(i));
            case 3 -> new OutboxNote.Redrafted(draft(i));
            case 4 -> new OutboxNote.TakenOut(new GestureId("g" + random.nextInt(5)));
            case 5, 6 -> new OutboxNote.Numbered(outbox.last() + 1);
            case 7 -> new OutboxNote.Told(Math.max(outbox.settled(), outbox.last() - random.nextInt(3)), outbox.seq());
            case 8 -> new OutboxNote.Begun(new GestureId("g" + i % 5));
            case 9 -> new OutboxNote.Undone(new GestureId("g" + random.nextInt(5)));
            case 10 -> new OutboxNote.Redone(new GestureId("g" + random.nextInt(5)));
            default -> new OutboxNote.Dropped(outbox.numberedUpTo(outbox.settled()));
        };
    }

    private static void same(Outbox expected, Outbox actual, String words) {
        assertEquals(expected.notes(), actual.notes(), words);
        assertEquals(expected.last(), actual.last(), words);
        assertEquals(expected.settled(), actual.settled(), words);
    }

    @Test
    @DisplayName("is the fold of its notes, and its own notes fold to it again")
    void fold() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Outbox outbox = new Outbox(ID);
            List<OutboxNote> file = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                OutboxNote note = note(outbox, random, i);
                boolean empty =
                        note instanceof OutboxNote.Numbered && outbox.waiting().isEmpty();
                if (!empty
                        && !(note instanceof OutboxNote.Redrafted
                                && outbox.waiting().isEmpty())) {
                    outbox.apply(note);
                    file.add(note);
                }
            }
            same(outbox, folded(file), "seed " + seed);
            same(outbox, folded(outbox.notes()), "rewritten, seed " + seed);
        }
    }

    private static Outbox folded(List<OutboxNote> notes) {
        Outbox outbox = new Outbox(ID);
        notes.forEach(outbox::apply);
        return outbox;
    }

    @Test
    @DisplayName("that goes on under another id lets all that was numbered wait again, in order, before the rest")
    void opened() {
        Outbox outbox = new Outbox(ID);
        for (int i = 0; i < 4; i++) {
            outbox.apply(new OutboxNote.Drafted(draft(i)));
        }
        outbox.apply(new OutboxNote.Numbered(1));
        outbox.apply(new OutboxNote.Numbered(2));
        outbox.apply(new OutboxNote.Told(1, 7));
        outbox.apply(new OutboxNote.Dropped(List.of(1L)));
        outbox.apply(new OutboxNote.Opened(new OutboxId("second")));
        assertEquals(List.of(draft(1), draft(2), draft(3)), outbox.waiting());
        assertEquals(List.of(), outbox.numbered());
        assertEquals(0, outbox.last());
        assertEquals(0, outbox.settled());
        assertEquals(Optional.of(draft(1)), outbox.oldest());
    }
}
