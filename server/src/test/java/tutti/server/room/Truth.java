package tutti.server.room;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Problem;
import tutti.server.kv.FileSnapshots;
import tutti.server.store.H2Journal;
import tutti.server.store.Head;
import tutti.server.store.Journal;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Window;

/** All that a folder says of its sessions while it is whole, against which it is held once something was done to it. */
final class Truth {
    private static final String NAMELESS = "(its name is damaged)";
    private static final Window ALL = new Window(Integer.MAX_VALUE, Long.MAX_VALUE);

    /**
     * What became of a folder.
     *
     * @param word how damage showed
     * @param lies where something else than the truth was served
     */
    record Verdict(String word, List<String> lies) {}

    private final SortedMap<SessionId, Load.Found> sessions = new TreeMap<>();
    private final SortedMap<SessionId, String> documents = new TreeMap<>();
    private final List<Listed> list;
    private final Set<SessionId> buried;

    private Truth(Journal journal, RoomHost host) throws IOException {
        this.list = journal.list();
        this.buried = journal.buried();
        for (Listed line : list) {
            sessions.put(line.session(), (Load.Found) journal.load(line.session(), ALL));
            documents.put(line.session(), document(host, line.session()));
        }
    }

    /** The truth, but for the fence, and for what is known to be lost and is made again from what is whole. */
    private static Load.Found mended(Head now, Load.Found truth) {
        Head head = truth.head();
        Head mended = new Head(
                head.session(),
                head.at(),
                head.start(),
                now.version(),
                now.kvSeq().isEmpty() ? now.kvSeq() : head.kvSeq(),
                now.name().equals(NAMELESS) ? now.name() : head.name(),
                head.origin(),
                head.lineage(),
                head.frozen(),
                head.createdMillis(),
                head.deleted());
        return new Load.Found(mended, truth.snapshot(), truth.rows(), truth.outboxes());
    }

    private static String document(RoomHost host, SessionId id) {
        return switch (host.api().read(id.text())) {
            case Answer.Found found -> found.json();
            case Answer.Refused refused -> refused.problem().toString();
            case Answer.Made _, Answer.Settled _, Answer.Ahead _ -> throw new AssertionError("no reading");
        };
    }

    static Truth of(Path data) throws IOException {
        try (Journal journal = H2Journal.open(data, new StoreBell());
                RoomHost host = open(journal, data)) {
            return new Truth(journal, host);
        }
    }

    private static RoomHost open(Journal journal, Path data) throws IOException {
        return RoomHost.open(journal, FileSnapshots.open(data.resolve("kv"), Papers.stamps()), new StoreBell());
    }

    int rows() {
        return sessions.values().stream().mapToInt(found -> found.rows().size()).sum();
    }

    /** Opens the folder as a server does and holds all that it serves against the truth. */
    Verdict hold(Path data) {
        try (Journal journal = H2Journal.open(data, new StoreBell());
                RoomHost host = open(journal, data)) {
            return held(journal, host);
        } catch (IOException refused) {
            return new Verdict("refused", List.of());
        }
    }

    private Verdict held(Journal journal, RoomHost host) throws IOException {
        List<String> lies = new ArrayList<>();
        Set<SessionId> named = new TreeSet<>();
        for (SessionId id : sessions.keySet()) {
            switch (journal.load(id, ALL)) {
                case Load.Found found -> {
                    if (!found.equals(mended(found.head(), sessions.get(id)))) {
                        lies.add(id.text() + " is another than it was");
                    }
                }
                case Load.Damaged _, Load.Unavailable _ -> named.add(id);
                case Load.Absent _ -> lies.add(id.text() + " is said not to be there");
                case Load.Buried _ -> lies.add(id.text() + " is said to be deleted");
            }
            String document = document(host, id);
            if (Set.of(Problem.BROKEN.toString(), Problem.PAUSED.toString()).contains(document)) {
                named.add(id);
            } else if (!document.equals(documents.get(id))) {
                lies.add(id.text() + " is served otherwise: " + document);
            }
        }
        for (SessionId id : buried) {
            switch (journal.load(id, ALL)) {
                case Load.Buried _, Load.Damaged _, Load.Unavailable _ -> {}
                case Load.Found _, Load.Absent _ -> lies.add(id.text() + " is back from the dead, or forgotten");
            }
        }
        named.addAll(journal.damaged().keySet());
        for (Listed line : journal.list()) {
            boolean mended = line.name().equals(NAMELESS) || line.kvSeq().isEmpty();
            if (!list.contains(line) && !mended && !named.contains(line.session())) {
                lies.add(line.session().text() + " is listed otherwise: " + line);
            }
        }
        return new Verdict(named.isEmpty() ? "harmless" : named.size() == 1 ? "one session" : "more sessions", lies);
    }
}
