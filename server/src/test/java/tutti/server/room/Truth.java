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
import tutti.server.store.Damage;
import tutti.server.store.Face;
import tutti.server.store.H2Journal;
import tutti.server.store.Head;
import tutti.server.store.Journal;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.StoreDamaged;
import tutti.server.store.Window;
import tutti.server.verify.Folders;

/** All that a folder says of its sessions while it is whole, against which it is held once something was done to it. */
final class Truth {
    /** The word for a folder that serves all of the truth. */
    static final String HARMLESS = "harmless";

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
    private final SortedMap<SessionId, Set<Face>> faces = new TreeMap<>();
    private final List<Listed> list;
    private final Set<SessionId> buried;

    private Truth(Journal journal, RoomHost host) throws IOException {
        this.list = journal.list();
        this.buried = journal.buried();
        for (Listed line : list) {
            sessions.put(line.session(), (Load.Found) journal.load(line.session(), ALL));
            faces.put(line.session(), Set.copyOf(journal.faces(line.session()).whole()));
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

    /**
     * Opens the folder as a server does and holds all that it serves against the truth. A server that does not start
     * must say where and what the damage is, and leave every byte as it found it.
     */
    Verdict hold(Path data) throws IOException {
        SortedMap<String, String> before = Folders.bytes(data);
        try (Journal journal = H2Journal.open(data, new StoreBell());
                RoomHost host = open(journal, data)) {
            return held(journal, host);
        } catch (StoreDamaged damaged) {
            return new Verdict("refused", refused(damaged.damage(), before, Folders.bytes(data)));
        } catch (IOException other) {
            return new Verdict("refused", List.of("it does not say that it is damaged: " + other));
        }
    }

    private static List<String> refused(
            Damage damage, SortedMap<String, String> before, SortedMap<String, String> after) {
        List<String> lies = new ArrayList<>();
        if (damage.where().isBlank() || damage.what().isBlank()) {
            lies.add("it does not say where or what: " + damage);
        }
        if (!before.equals(after)) {
            lies.add("something was written into what is refused as " + damage);
        }
        return lies;
    }

    private Verdict held(Journal journal, RoomHost host) throws IOException {
        List<String> lies = new ArrayList<>();
        Set<SessionId> named = new TreeSet<>(journal.damaged().keySet());
        boolean repaired = false;
        for (SessionId id : sessions.keySet()) {
            switch (journal.load(id, ALL)) {
                case Load.Found found -> {
                    if (!faces.get(id).containsAll(journal.faces(id).whole())) {
                        lies.add(id.text() + " has authors who are called otherwise");
                    }
                    if (!found.equals(mended(found.head(), sessions.get(id)))) {
                        lies.add(id.text() + " is another than it was");
                    }
                }
                case Load.Damaged _ -> named.add(id);
                case Load.Unavailable(String reason) -> lies.add(hopeful(id, reason));
                case Load.Absent _ -> lies.add(id.text() + " is said not to be there");
                case Load.Buried _ -> lies.add(id.text() + " is said to be deleted");
            }
            String document = document(host, id);
            if (document.equals(Problem.DAMAGED.toString())) {
                named.add(id);
            } else if (document.equals(Problem.PAUSED.toString())) {
                lies.add(hopeful(id, document));
            } else if (!document.equals(documents.get(id))) {
                lies.add(id.text() + " is served otherwise: " + document);
            }
        }
        buried(journal, lies);
        for (Listed line : journal.list()) {
            repaired = repaired || !list.contains(line);
            boolean mended = line.name().equals(NAMELESS) || line.kvSeq().isEmpty();
            if (!list.contains(line) && !mended && !named.contains(line.session())) {
                lies.add(line.session().text() + " is listed otherwise: " + line);
            }
        }
        return new Verdict(word(named.size(), repaired), lies);
    }

    private void buried(Journal journal, List<String> lies) {
        for (SessionId id : buried) {
            switch (journal.load(id, ALL)) {
                case Load.Buried _, Load.Damaged _ -> {}
                case Load.Unavailable(String reason) -> lies.add(hopeful(id, reason));
                case Load.Found _, Load.Absent _ -> lies.add(id.text() + " is back from the dead, or forgotten");
            }
        }
    }

    /** Damage stays; a room that waits for a disk to come back waits for ever. */
    private static String hopeful(SessionId id, String reason) {
        return id.text() + " is told as one whose disk may come back: " + reason;
    }

    private static String word(int named, boolean repaired) {
        return switch (named) {
            case 0 -> repaired ? "repaired" : HARMLESS;
            case 1 -> "one session";
            default -> "more sessions";
        };
    }
}
