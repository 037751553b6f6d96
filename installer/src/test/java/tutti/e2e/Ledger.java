package tutti.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import tutti.model.SessionId;
import tutti.server.store.H2Journal;
import tutti.server.store.Journal;
import tutti.server.store.Load;
import tutti.server.store.Mark;
import tutti.server.store.Row;
import tutti.server.store.StoreWatch;
import tutti.server.store.Window;
import tutti.sync.GestureId;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/**
 * What was asked of a server and what it acknowledged, each with its moment, and what its store must therefore hold:
 * every acknowledged edit once, none that was refused, in an order that nobody could have seen otherwise, each author's
 * in the order in which they were asked. Any thread.
 */
final class Ledger {
    private static final Window ALL = new Window(Integer.MAX_VALUE, Long.MAX_VALUE);

    /** An edit; {@code doomed} if the server is known to refuse it. */
    private record Asked(SessionId session, boolean doomed, long nanos) {}

    private final Map<GestureId, Asked> asked = new ConcurrentHashMap<>();
    private final Map<GestureId, Long> answered = new ConcurrentHashMap<>();
    private final Map<GestureId, Integer> refusals = new ConcurrentHashMap<>();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final LongSupplier nanos;

    Ledger() {
        this(System::nanoTime);
    }

    /** By that clock. */
    Ledger(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void asked(SessionId session, GestureId gesture, boolean doomed) {
        asked.put(gesture, new Asked(session, doomed, nanos.getAsLong()));
    }

    /** The server's answer is there. */
    void answered(GestureId gesture) {
        answered.put(gesture, nanos.getAsLong());
    }

    /** Its author heard that it was refused. */
    void refusalHeard(GestureId gesture) {
        refusals.merge(gesture, 1, Integer::sum);
    }

    boolean isRefusalHeard(GestureId gesture) {
        return refusals.containsKey(gesture);
    }

    /** Something that must not happen happened. */
    void wrong(String what) {
        wrongs.add(what);
    }

    int acknowledged() {
        return answered.size();
    }

    int refused() {
        return refusals.size();
    }

    /** All that is wrong with the store that a server left in {@code data}, in words. */
    List<String> judge(Path data, Collection<SessionId> sessions) throws IOException {
        List<String> found = new ArrayList<>(wrongs);
        try (Journal journal = H2Journal.open(data, new Alert())) {
            for (SessionId session : sessions) {
                if (journal.load(session, ALL) instanceof Load.Found whole) {
                    judge(session, whole, found);
                } else {
                    found.add(session.text() + " cannot be read");
                }
            }
        }
        return found;
    }

    /** Where sessions stand in a store that no server holds: seq and chain. */
    static Map<SessionId, String> heads(Path data, Collection<SessionId> sessions) throws IOException {
        Map<SessionId, String> heads = new HashMap<>();
        Ledger alarm = new Ledger();
        try (Journal journal = H2Journal.open(data, alarm.new Alert())) {
            for (SessionId session : sessions) {
                if (journal.load(session, ALL) instanceof Load.Found whole) {
                    Mark at = whole.head().at();
                    heads.put(session, at.seq() + " " + at.chain().hex());
                }
            }
        }
        return heads;
    }

    private void judge(SessionId session, Load.Found whole, List<String> found) {
        Mark at = whole.head().start();
        List<GestureId> gestures = new ArrayList<>();
        for (Row row : whole.rows()) {
            if (!row.follows(at)) {
                found.add(session.text() + ": row " + row.seq() + " does not follow " + at.seq());
            }
            at = row.at();
            gestures.add(gesture(row));
        }
        if (!at.equals(whole.head().at())) {
            found.add(session.text() + " ends at " + at.seq() + ", its head at "
                    + whole.head().at().seq());
        }
        judge(session, gestures, found);
    }

    /** What is wrong with a session's rows, each being of that gesture. */
    void judge(SessionId session, List<GestureId> gestures, List<String> found) {
        eachOnce(session, gestures, found);
        inOrder(gestures, found);
        inOrderOfAuthors(gestures, found);
    }

    private static GestureId gesture(Row row) {
        return switch (new Codec().read(tutti.sync.Row.class, row.bytes().text(), tutti.sync.Limits.SERVER_FRAME)) {
            case Parsed.Of<tutti.sync.Row>(tutti.sync.Row read) -> read.gesture();
            case Parsed.Malformed<tutti.sync.Row> malformed -> throw new AssertionError(malformed.text());
        };
    }

    private void eachOnce(SessionId session, List<GestureId> gestures, List<String> found) {
        Map<GestureId, Integer> rows = new HashMap<>();
        gestures.forEach(gesture -> rows.merge(gesture, 1, Integer::sum));
        asked.forEach((gesture, edit) -> {
            if (edit.session().equals(session)) {
                judge(gesture, edit, rows.getOrDefault(gesture, 0), found);
            }
        });
        rows.keySet().stream()
                .filter(gesture -> !asked.containsKey(gesture))
                .forEach(gesture -> found.add(gesture.text() + " was asked by nobody"));
    }

    private void judge(GestureId gesture, Asked edit, int rows, List<String> found) {
        boolean told = answered.containsKey(gesture);
        int heard = refusals.getOrDefault(gesture, 0);
        boolean right = edit.doomed() ? rows == 0 && heard == (told ? 1 : heard) : rows == 1 || (rows == 0 && !told);
        if (!right || (!edit.doomed() && heard > 0)) {
            found.add(gesture.text() + (told ? " was acknowledged" : " was asked") + " and stands in " + rows
                    + " rows; its author heard " + heard + " refusals");
        }
    }

    /** An edit that was acknowledged before another was asked stands before it. */
    private void inOrder(List<GestureId> gestures, List<String> found) {
        Optional<GestureId> earliest = Optional.empty();
        for (GestureId gesture : gestures.reversed()) {
            long told = earliest.map(answered::get).orElse(Long.MAX_VALUE);
            Asked edit = asked.get(gesture);
            if (edit != null && edit.nanos() > told) {
                found.add(gesture.text() + " stands before "
                        + earliest.orElseThrow().text() + ", which was acknowledged " + (edit.nanos() - told) / 1_000
                        + " us before it was asked");
            }
            if (answered.getOrDefault(gesture, Long.MAX_VALUE) < told) {
                earliest = Optional.of(gesture);
            }
        }
    }

    /** What one author asked in a session stands there in the order in which it was asked, acknowledged or not. */
    static void inOrderOfAuthors(List<GestureId> gestures, List<String> found) {
        Map<String, Integer> newest = new HashMap<>();
        for (GestureId gesture : gestures) {
            int dash = gesture.text().lastIndexOf('-');
            int number = Integer.parseInt(gesture.text().substring(dash + 1));
            Integer before = newest.put(gesture.text().substring(0, dash), number);
            if (before != null && before >= number) {
                found.add(gesture.text() + " stands behind number " + before + " of the same author");
            }
        }
    }

    /** A store that is only read and closed is never lost. */
    private final class Alert implements StoreWatch {
        @Override
        public void lost(String reason) {
            wrong("the store was lost while it was judged: " + reason);
        }

        @Override
        public void well() {
            wrong("the store came back while it was judged");
        }
    }
}
