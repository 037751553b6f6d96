package tutti.server.verify;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tutti.model.Session;
import tutti.server.room.Papers;
import tutti.server.store.Audit;
import tutti.server.store.Chain;
import tutti.server.store.Damage;
import tutti.server.store.Footing;
import tutti.server.store.Head;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Mark;
import tutti.server.store.OutboxState;
import tutti.server.store.Row;
import tutti.server.store.Snapshot;
import tutti.server.store.StoreDamaged;
import tutti.server.store.Stretch;
import tutti.server.store.Trimmed;
import tutti.sync.Chained;
import tutti.sync.Replayed;
import tutti.wire.Codec;

/**
 * One session, done again from its oldest document on: every row by the reducer, its snapshot, its outboxes, its name
 * and its KV file held against what comes out. Blocks; used once.
 */
final class SessionCheck {
    private static final int STRETCH_BYTES = 4 * 1024 * 1024;
    /** Of each session so many things are said; further ones follow from those. */
    private static final int SAID = 20;

    private final Audit audit;
    private final Listed line;
    private final Codec codec;
    private final Walk walk;
    private final KvFile file;
    private final List<String> damage = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Replayed state;
    private @Nullable Memory past;
    private SortedMap<Long, Chain> starts = new TreeMap<>();
    private long rows;

    SessionCheck(Audit audit, Listed line, Codec codec, KvFile file) {
        this.audit = audit;
        this.line = line;
        this.codec = codec;
        this.file = file;
        // Chains were followed by the store while it read, over every place where one begins anew.
        this.walk = new Walk(codec, EnumSet.of(Law.SEQ, Law.TIME, Law.CODEC, Law.BEFORE, Law.TOUCH, Law.FIRST));
    }

    Finding run() {
        try {
            switch (audit.session(line)) {
                case Load.Found found -> look(found);
                case Load.Absent _ -> damage.add("it is in the list, but not found by its id");
                case Load.Buried _ -> damage.add("it is in the list, and is deleted");
                case Load.Damaged damaged -> damage.add(damaged.damage().toString());
                case Load.Unavailable down -> damage.add(down.reason());
            }
        } catch (StoreDamaged damaged) {
            damage.add(damaged.damage().toString());
        } catch (IOException unreadable) {
            damage.add("it cannot be read: " + unreadable.getMessage());
        } catch (Papers.Unreadable unreadable) {
            damage.add(String.valueOf(unreadable.getMessage()));
        }
        return new Finding("session " + line.session().text(), rows, damage, notes);
    }

    private void look(Load.Found found) throws IOException, Papers.Unreadable {
        for (OutboxState outbox : found.outboxes()) {
            Papers.outbox(codec, outbox);
        }
        audit.beside(line).forEach(beside -> say(beside.toString()));
        Mark snapshot = found.snapshot().at();
        Session document = Papers.session(found.snapshot().parts());
        Mark birth = audit.birth(line);
        starts = audit.starts(line);
        audit.trimmed(line).ifPresent(trimmed -> trimmed(trimmed, birth));
        if (snapshot.seq() > birth.seq() && audit.footing(line, birth.seq()) instanceof Footing.At(Snapshot first)) {
            state = Replayed.from(Papers.session(first.parts()), birth.seq(), Papers.chain(birth));
        }
        met(birth, snapshot, document);
        Mark at = birth;
        while (at.seq() < line.at().seq()) {
            List<Row> stretch = stretch(at);
            for (Row row : stretch) {
                tell(row);
                met(row.at(), snapshot, document);
            }
            at = stretch.getLast().at();
        }
        whole(found);
    }

    private void trimmed(Trimmed trimmed, Mark birth) {
        notes.add(trimmed.rows() + " rows, up to " + trimmed.upTo().seq() + ", were trimmed at "
                + Instant.ofEpochMilli(trimmed.wall()));
        if (!trimmed.upTo().equals(birth)) {
            say("it begins at " + birth.seq() + ", and was trimmed up to "
                    + trimmed.upTo().seq());
        }
    }

    private List<Row> stretch(Mark from) throws IOException {
        return switch (audit.rows(line, from.seq(), STRETCH_BYTES)) {
            case Stretch.Rows(Mark _, List<Row> found, Mark _) when !found.isEmpty() -> found;
            case Stretch.Rows _, Stretch.Nowhere _ ->
                throw new StoreDamaged(where(), "there is no row after " + from.seq());
            case Stretch.Damaged(Damage told) -> throw new StoreDamaged(told.where(), told.what());
            case Stretch.Unavailable(String reason) -> throw new IOException(reason);
        };
    }

    private void tell(Row row) throws Papers.Unreadable {
        Chained chained = Papers.chained(codec, row);
        rows++;
        Replayed before = state;
        Memory known = past == null ? new Memory(row.seq() - 1, codec) : past;
        past = known;
        boolean begins = starts.containsKey(row.seq());
        if (before == null) {
            known.add(chained, begins);
            if (!codec.row(chained.row()).equals(chained.text())) {
                say("row " + row.seq() + ": its text is not the canonical one");
            }
            return;
        }
        switch (walk.next(before, chained, known)) {
            case Walk.Result.Fine(Replayed after) -> state = after;
            case Walk.Result.Broken(Law law, String why, Replayed after) -> {
                say("row " + row.seq() + " breaks the law “" + law.words() + "”: " + why);
                state = after;
            }
            case Walk.Result.Stuck(String why) -> throw new Papers.Unreadable("row " + row.seq() + ": " + why);
        }
        known.add(chained, begins);
    }

    /** At the place of the snapshot it is what was folded, or that from which folding begins. */
    private void met(Mark at, Mark snapshot, Session document) throws IOException {
        if (at.seq() == snapshot.seq()) {
            Replayed folded = state;
            if (folded != null && !folded.session().equals(document)) {
                say("its snapshot at " + at.seq() + " is not what its rows make");
            }
            state = Replayed.from(document, at.seq(), Papers.chain(at));
        }
        Replayed now = state;
        Optional<Mark> filed = file.place().filter(place -> place.seq() == at.seq());
        if (now != null && filed.isPresent()) {
            fits(filed.get(), now.session());
        }
    }

    private void fits(Mark filed, Session folded) throws IOException {
        if (!audit.holds(line, filed)) {
            say("its KV file is not of this history: another chain at " + filed.seq());
        } else if (!file.document().orElseThrow().session().equals(folded)) {
            say("its KV file does not show what its rows make at " + filed.seq());
        }
    }

    private void whole(Load.Found found) {
        Replayed end = state;
        if (end == null) {
            say("its snapshot is not on its chain");
            return;
        }
        for (Law law : Law.values()) {
            law.broken(end).ifPresent(why -> say("at its end the law “" + law.words() + "” is broken: " + why));
        }
        Session session = end.session();
        if (!session.name().equals(line.name())) {
            say("the list calls it “" + line.name() + "”, and it is called “" + session.name() + "”");
        }
        if (session.frozen() != line.frozen()) {
            say("the list and the session do not agree on whether it is published");
        }
        kept(found.head());
    }

    private void kept(Head head) {
        long seq = head.at().seq();
        Optional<Mark> place = file.place();
        if (!file.there()) {
            if (head.kvSeq().isPresent()) {
                notes.add("its KV file is gone; a start writes it again");
            } else if (seq >= 1) {
                notes.add("its KV file was not written yet; a start writes it");
            }
        } else if (place.isEmpty()) {
            say("its KV file cannot be read, or is another session's");
        } else if (place.get().seq() > seq) {
            say("its KV file is ahead of it: at " + place.get().seq() + ", and it ends at " + seq);
        } else if (place.get().seq() < head.kvSeq().orElse(0)) {
            say("its KV file is older than it was: at " + place.get().seq() + ", and "
                    + head.kvSeq().getAsLong() + " was noted");
        } else if (place.get().seq() < seq || head.kvSeq().isEmpty()) {
            notes.add("its KV file is behind; a start writes it");
        }
    }

    private void say(String words) {
        if (damage.size() < SAID) {
            damage.add(words);
        }
    }

    private String where() {
        return "session " + line.session().text();
    }
}
