package tutti.sync.sim;

import java.util.ArrayList;
import java.util.List;
import tutti.sync.Base;
import tutti.sync.Outbox;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;

/** A client's files: the outbox, line by line, of which the last may not be forced; and the snapshot, saved whole. */
final class Disk {
    private List<OutboxNote> notes = new ArrayList<>();
    private int forced;
    private long numbered;
    private long dirtySince = Long.MAX_VALUE;
    private Base base = Base.NONE;

    Disk(OutboxId fresh) {
        write(new OutboxNote.Opened(fresh), 0);
        force();
    }

    void write(OutboxNote note, long now) {
        notes.add(note);
        dirtySince = Math.min(dirtySince, now);
    }

    void force() {
        for (OutboxNote note : notes.subList(forced, notes.size())) {
            numbered = switch (note) {
                case OutboxNote.Opened opened -> 0;
                case OutboxNote.Numbered number -> Math.max(numbered, number.n());
                case OutboxNote.Drafted d -> numbered;
                case OutboxNote.Redrafted r -> numbered;
                case OutboxNote.TakenOut t -> numbered;
                case OutboxNote.Dropped d -> numbered;
                case OutboxNote.Told t -> numbered;
                case OutboxNote.Begun b -> numbered;
                case OutboxNote.Undone u -> numbered;
                case OutboxNote.Redone r -> numbered;
                case OutboxNote.Stacked s -> numbered;
            };
        }
        forced = notes.size();
        dirtySince = Long.MAX_VALUE;
    }

    /** Since when something waits to be forced. */
    long dirtySince() {
        return dirtySince;
    }

    /** The highest number that a power cut cannot take away. */
    long numbered() {
        return numbered;
    }

    /** The power fails: some of what was not forced is gone, from some line on. Returns that. */
    List<OutboxNote> powerCut(Dice dice) {
        int keep = forced + dice.below(notes.size() - forced + 1);
        List<OutboxNote> lost = List.copyOf(notes.subList(keep, notes.size()));
        notes = new ArrayList<>(notes.subList(0, keep));
        return lost;
    }

    Outbox load() {
        if (!(notes.getFirst() instanceof OutboxNote.Opened opened)) {
            throw new Broken("an outbox file begins with " + notes.getFirst());
        }
        Outbox outbox = new Outbox(opened.outbox());
        notes.forEach(outbox::apply);
        return outbox;
    }

    /** Writes the file anew, short, and puts it in place of the old one. */
    void rewrite(Outbox outbox) {
        Outbox before = load();
        notes = new ArrayList<>(outbox.notes());
        forced = 0;
        force();
        Broken.unless(load().notes().equals(before.notes()), "a rewritten outbox is another one");
        Broken.unless(load().last() == before.last(), "a rewritten outbox forgets its last number");
    }

    void save(Base next) {
        base = next;
    }

    Base base() {
        return base;
    }
}
