package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tutti.model.SessionId;
import tutti.server.kv.Debt;
import tutti.server.kv.Stamp;
import tutti.server.kv.Stillness;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Bytes;
import tutti.server.store.Chain;
import tutti.server.store.Checkpoint;
import tutti.server.store.Load;
import tutti.server.store.Mark;
import tutti.server.store.Origin;
import tutti.server.store.Outcome;
import tutti.server.store.Row;
import tutti.server.store.Window;

/**
 * One scripted session, kept in one way, over the ports of journal and KV, in simulated time: members arrive, edit and
 * leave, until all have left, or until a crash after which they come back.
 */
final class Sitting {
    /** Milliseconds until a KV write is there. */
    private static final long KV = 50;
    /** Milliseconds until a durable write is there, and the edit acknowledged. */
    private static final long COMMIT = 1;
    /** Milliseconds between two looks of a reader at the KV. */
    private static final long LOOK = 370;

    private static final SessionId ID = new SessionId("sitting");

    /** What happens at a moment; of two at one moment the one that was arranged first. */
    private record Event(long at, int order, Runnable what) {}

    private final Way way;
    private final Script script;
    private final FakeJournal journal = new FakeJournal();
    private final FakeFiles files = new FakeFiles();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingInt(Event::order));
    private final Set<Integer> members = new TreeSet<>();
    private final Set<Integer> acknowledged = new HashSet<>();
    /** Milliseconds by which a reader who looks now and then was behind. */
    final List<Long> stale = new ArrayList<>();

    private Set<Integer> document = new TreeSet<>();
    private Set<Integer> filed = Set.of();
    private Set<Integer> mirrored = Set.of();
    private Mark head = new Mark(0, new Chain(Bytes.utf8("beginning").sha256()));
    private long version = 1;
    private long now;
    private int arranged;
    private int flying;
    private int writing;
    private int alarm;
    private int gone;
    /** Returns to less than had been on the screen. */
    int returns;

    private int noticed;

    Sitting(Way way, Script script) {
        this.way = way;
        this.script = script;
        journal.create(ID, new Birth(head, parts(), "", Bytes.utf8(""), "made", Origin.NEW, false, 0), told -> {});
        script.leaves().forEach((member, at) -> {
            in(0, () -> members.add(member));
            in(at, () -> leave(member));
        });
        script.edits().forEach(edit -> in(edit.at(), () -> edit(edit)));
        in(0, this::look);
    }

    private void in(long millis, Runnable what) {
        events.add(new Event(now + millis, arranged++, what));
    }

    /** To the end, when all have left and nothing is under way. */
    Sitting whole() {
        pass(Long.MAX_VALUE);
        return this;
    }

    /** Until the crash; then a new server recovers what it can, and members come back to that. */
    Sitting cut() {
        pass(script.crash());
        document = new TreeSet<>(way.recover(this));
        for (int member : script.returning()) {
            back(member);
        }
        return this;
    }

    private void pass(long end) {
        while (!events.isEmpty() && events.peek().at() < end) {
            Event next = events.remove();
            now = next.at();
            next.what().run();
            way.turn(this);
        }
    }

    /** A client asks for an edit: as it is made, or again after a crash. */
    void edit(Script.Edit edit) {
        document.add(edit.number());
        way.edit(this, edit);
    }

    private void leave(int member) {
        members.remove(member);
        if (members.isEmpty()) {
            way.leave(this);
        }
    }

    /** A reader of the KV looks: by how much is what it sees behind? */
    private void look() {
        stale.add(script.edits().stream()
                .filter(edit -> edit.at() < now && !filed.contains(edit.number()))
                .mapToLong(edit -> now - edit.at())
                .findFirst()
                .orElse(0));
        if (now + LOOK < Script.LEAVE) {
            in(LOOK, this::look);
        }
    }

    private void back(int member) {
        List<Script.Edit> told = script.edits().stream()
                .filter(edit -> acknowledged.contains(edit.number()))
                .toList();
        returns += document.containsAll(acknowledged) ? 0 : 1;
        way.back(
                this,
                new Way.Client(
                        acknowledged,
                        told.stream().filter(edit -> edit.author() == member).toList()));
        gone += (int) told.stream()
                .filter(edit -> edit.author() != member && !document.contains(edit.number()))
                .count();
    }

    // ---- what ways do ----

    /** Its author is told now, and the others see it. */
    void tell(Script.Edit edit) {
        acknowledged.add(edit.number());
    }

    /** Rings after so many milliseconds, unless this is asked again before. */
    void wake(int millis) {
        int mine = ++alarm;
        in(millis, () -> {
            if (mine == alarm) {
                way.timer(this);
            }
        });
    }

    /** Makes the edit durable as a row, and with the whole document if so told; then its author is told. */
    void append(Script.Edit edit, boolean whole) {
        Row row = Row.after(head, Bytes.utf8(Integer.toString(edit.number())));
        Optional<Checkpoint> checkpoint =
                whole ? Optional.of(new Checkpoint(row.at(), parts(), new TreeSet<>())) : Optional.empty();
        flying++;
        in(COMMIT, () -> {
            flying--;
            Batch batch =
                    new Batch(ID, version, head, List.of(row), List.of(), checkpoint, Optional.empty(), List.of());
            journal.append(batch, this::committed);
            head = row.at();
            tell(edit);
        });
    }

    private void committed(Outcome outcome) {
        version = assertInstanceOf(Outcome.Committed.class, outcome).version();
    }

    /** Writes the document to the KV, where it is a little later. */
    void mirror() {
        Set<Integer> copy = new TreeSet<>(document);
        boolean durable = head.seq() > 0;
        Mark at = durable ? head : new Mark(copy.size(), new Chain(text().sha256()));
        Bytes text = text();
        mirrored = copy;
        writing++;
        in(KV, () -> {
            writing--;
            filed = copy;
            pay(at, text);
            if (durable) {
                journal.noteKv(ID, version, at.seq(), this::committed);
            }
        });
    }

    private void pay(Mark at, Bytes text) {
        try {
            files.pay(ID, new Stamp(at, "store"), text, place -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the document has what no KV write was begun for. */
    boolean behind() {
        return !mirrored.equals(document);
    }

    Debt debt() {
        return new Debt(head.seq(), journal.noted(ID), files.has(ID));
    }

    Stillness stillness() {
        return new Stillness(members.size(), 0, flying > 0, writing > 0, 0);
    }

    /** What the KV has. */
    Set<Integer> filed() {
        return files.read(ID).map(file -> numbers(file.document().text())).orElseGet(Set::of);
    }

    /** What the durable store has: its newest document, and the rows after that. */
    Set<Integer> stored() {
        Load.Found found = assertInstanceOf(Load.Found.class, journal.load(ID, new Window(0, 1 << 20)));
        Set<Integer> all = numbers(found.snapshot().parts().get("head").text());
        found.rows().forEach(row -> all.add(Integer.parseInt(row.bytes().text())));
        return all;
    }

    /** How many edits the document has. */
    int version() {
        return document.size();
    }

    /** A client sees that it is given less than it had. */
    void noticed() {
        noticed++;
    }

    private SortedMap<String, Bytes> parts() {
        return new TreeMap<>(Map.of("head", text()));
    }

    private Bytes text() {
        return Bytes.utf8(document.toString());
    }

    private static Set<Integer> numbers(String list) {
        Set<Integer> numbers = new HashSet<>();
        for (String number : list.substring(1, list.length() - 1).split(", ")) {
            if (!number.isEmpty()) {
                numbers.add(Integer.parseInt(number));
            }
        }
        return numbers;
    }

    /** Acknowledged edits that are nowhere, once all who return have returned. */
    int lostByAuthor() {
        return (int) acknowledged.stream()
                .filter(number -> !document.contains(number))
                .count();
    }

    /** Acknowledged edits of another that were on a screen, and are not in what this screen is given on return. */
    int goneForOthers() {
        return gone;
    }

    /** How many of them were noticed. */
    int staleNoticed() {
        return noticed;
    }

    int durableWrites() {
        return journal.batches.size();
    }

    int kvWrites() {
        return files.writes;
    }
}
