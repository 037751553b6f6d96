package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

/** One scripted session, kept in one way, over the ports of journal and KV: until the last leave, or until a crash. */
final class Sitting {
    /** Milliseconds until a KV write is there. */
    private static final long KV = 50;
    /** Milliseconds until a durable write is there, and the edit acknowledged. */
    private static final long COMMIT = 1;

    /** Milliseconds between two looks of a reader at the KV. */
    private static final long LOOK = 370;

    private static final SessionId ID = new SessionId("sitting");

    private final Way way;
    private final Script script;
    private final FakeJournal journal = new FakeJournal();
    private final FakeFiles files = new FakeFiles();
    private final Set<Integer> document = new TreeSet<>();
    private final Set<Integer> acknowledged = new HashSet<>();
    private final List<Long> stale = new ArrayList<>();
    private Mark head = new Mark(0, new Chain(Bytes.utf8("beginning").sha256()));
    private long version = 1;
    private long due = Long.MAX_VALUE;
    private long sampled;

    Sitting(Way way, Script script) {
        this.way = way;
        this.script = script;
        journal.create(ID, new Birth(head, parts(), "", Bytes.utf8(""), "made", Origin.NEW, false, 0), told -> {});
    }

    private SortedMap<String, Bytes> parts() {
        return new TreeMap<>(Map.of("head", text()));
    }

    private Bytes text() {
        return Bytes.utf8(document.toString());
    }

    /** Everything happens until {@code end}; whoever is still in leaves then, unless it is a crash. */
    Sitting until(long end, boolean crash) throws IOException {
        long cut = crash ? end : Long.MAX_VALUE;
        for (Script.Edit edit : script.edits()) {
            if (edit.at() >= end) {
                break;
            }
            pass(edit.at(), cut);
            edit(edit, cut);
        }
        pass(end, cut);
        boolean still =
                new Debt(head.seq(), OptionalLong.empty(), files.has(ID)).due(new Stillness(0, 0, false, false, 0));
        boolean behind = !kv().equals(document);
        if (!crash && behind && still) {
            write();
        }
        return this;
    }

    private void edit(Script.Edit edit, long crash) throws IOException {
        document.add(edit.number());
        long told = edit.at() + (way.isDurable() ? COMMIT : 0);
        boolean acked = told < crash;
        if (way.isDurable() && acked) {
            append(edit);
        }
        if (acked) {
            acknowledged.add(edit.number());
        }
        if (way.structural() && edit.structural() && edit.at() + KV < crash) {
            write();
        }
        due = way.debounce() > 0 ? edit.at() + way.debounce() : Long.MAX_VALUE;
    }

    private void append(Script.Edit edit) {
        Bytes text = Bytes.utf8(Integer.toString(edit.number()));
        Row row = new Row(new Mark(head.seq() + 1, head.chain().next(text)), text);
        Optional<Checkpoint> whole = way.durable() == Way.Durable.DOCUMENT
                ? Optional.of(new Checkpoint(row.at(), parts(), new TreeSet<>()))
                : Optional.empty();
        Batch batch = new Batch(ID, version, head, List.of(row), List.of(), whole, Optional.empty());
        journal.append(
                batch,
                outcome -> version =
                        assertInstanceOf(Outcome.Committed.class, outcome).version());
        head = row.at();
    }

    /** The debounce runs out, if it does by then; a write that the crash cuts short never was. */
    private void pass(long now, long crash) throws IOException {
        if (due <= now) {
            long fired = due;
            due = Long.MAX_VALUE;
            sample(fired);
            if (fired + KV <= crash) {
                write();
            }
        }
        sample(now);
    }

    private void sample(long now) throws IOException {
        Set<Integer> there = kv();
        while (sampled < now) {
            long at = sampled;
            stale.add(script.edits().stream()
                    .filter(edit -> edit.at() < at && !there.contains(edit.number()))
                    .mapToLong(edit -> at - edit.at())
                    .findFirst()
                    .orElse(0));
            sampled += LOOK;
        }
    }

    /** A KV write of what is in memory. Ways without a durable store count versions of their own. */
    private void write() throws IOException {
        Mark at = way.isDurable() ? head : new Mark(document.size(), new Chain(text().sha256()));
        files.pay(ID, new Stamp(at, "store"), text(), place -> true);
    }

    private Set<Integer> kv() {
        return files.read(ID).map(filed -> numbers(filed.document().text())).orElseGet(Set::of);
    }

    private static Set<Integer> numbers(String list) {
        Set<Integer> numbers = new HashSet<>();
        for (String number : list.substring(1, list.length() - 1).split(", ")) {
            numbers.add(Integer.parseInt(number));
        }
        return numbers;
    }

    /** What a server that starts after a crash has. */
    private Set<Integer> recovered() {
        if (!way.isDurable()) {
            return kv();
        }
        Load.Found found = assertInstanceOf(Load.Found.class, journal.load(ID, new Window(1_000, 1 << 20)));
        Set<Integer> all = new HashSet<>();
        found.rows().forEach(row -> all.add(Integer.parseInt(row.bytes().text())));
        return all;
    }

    /** Acknowledged edits that their author has lost for good, once all who return have returned. */
    int lostByAuthor() {
        Set<Integer> there = recovered();
        return (int) script.edits().stream()
                .filter(edit -> acknowledged.contains(edit.number()) && !there.contains(edit.number()))
                .filter(edit -> !(way.replays() && script.returning().contains(edit.author())))
                .count();
    }

    /** Acknowledged edits of another that were on a screen, and are not in what this screen is given on return. */
    int goneForOthers() {
        Set<Integer> there = recovered();
        int gone = 0;
        for (Script.Edit edit : script.edits()) {
            boolean missing = acknowledged.contains(edit.number()) && !there.contains(edit.number());
            int other = script.returning().indexOf(1 - edit.author());
            int author = script.returning().indexOf(edit.author());
            boolean replayed = way.replays() && author >= 0 && author < other;
            gone += missing && other >= 0 && !replayed ? 1 : 0;
        }
        return gone;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int durableWrites() {
        return journal.batches.size();
    }

    int kvWrites() {
        return files.writes;
    }

    /** Milliseconds by which a reader who looks now and then was behind. */
    List<Long> stale() {
        return stale;
    }
}
