package tutti.server.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Bytes;
import tutti.server.store.Chain;
import tutti.server.store.Creation;
import tutti.server.store.H2Journal;
import tutti.server.store.Journal;
import tutti.server.store.Mark;
import tutti.server.store.Origin;
import tutti.server.store.Outcome;
import tutti.server.store.Row;
import tutti.server.store.StoreWatch;

@DisplayName("A start")
class DebtsTest {
    private static final SessionId A = new SessionId("a");
    private static final SessionId B = new SessionId("b");

    @TempDir
    Path folder;

    private Journal journal;
    private SnapshotStore files;

    @BeforeEach
    void open() throws IOException {
        journal = H2Journal.open(folder, new StoreWatch() {
            @Override
            public void lost(String reason) {}

            @Override
            public void well() {}
        });
        files = FileSnapshots.open(folder.resolve("kv"), Texts::stampOf);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private static <T> T answer(Consumer<Consumer<T>> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        call.accept(answer::complete);
        return answer.join();
    }

    private Mark create(SessionId session) {
        Mark start = new Mark(0, new Chain(Bytes.utf8(session.text()).sha256()));
        Birth birth = new Birth(start, new TreeMap<>(), "", Bytes.NONE, "", Origin.NEW, false, 0);
        Creation made = answer(told -> journal.create(session, birth, told));
        assertInstanceOf(Creation.Made.class, made);
        return start;
    }

    /** A session with one row; its place. */
    private Mark write(SessionId session) {
        Mark start = create(session);
        Row row = Row.after(start, Bytes.utf8("one"));
        Batch batch = Batch.of(session, 1, start, List.of(row), List.of());
        Outcome outcome = answer(told -> journal.append(batch, told));
        assertEquals(new Outcome.Committed(2), outcome);
        return row.at();
    }

    private Paid pay(SessionId session, Mark at) throws IOException {
        return files.pay(session, Texts.stamp(at), Texts.document(at), new JournalHistory(journal, session));
    }

    private void note(SessionId session, long version, long seq) {
        Outcome outcome = answer(told -> journal.noteKv(session, version, seq, told));
        assertEquals(new Outcome.Committed(version + 1), outcome);
    }

    @Test
    @DisplayName("finds what a crash left owed: rows without a file, and a file without a note")
    void owed() throws IOException {
        write(A);
        create(B);
        assertEquals(Set.of(A), Debts.owed(journal, files));
        pay(A, new Mark(1, create(new SessionId("c")).chain()));
        assertEquals(Set.of(A), Debts.owed(journal, files));
    }

    @Test
    @DisplayName("pays a debt whose file was renamed before the crash with the note alone")
    void paidBeforeTheCrash() throws IOException {
        Mark at = write(A);
        assertInstanceOf(Paid.Written.class, pay(A, at));
        assertEquals(new Paid.There(), pay(A, at));
        note(A, 2, 1);
        assertEquals(Set.of(), Debts.owed(journal, files));
    }

    @Test
    @DisplayName("finds a paid debt owed again when the file is gone")
    void fileGone() throws IOException {
        pay(A, write(A));
        note(A, 2, 1);
        files.purge(A);
        assertEquals(Set.of(A), Debts.owed(journal, files));
    }

    @Test
    @DisplayName("removes the files of deleted sessions, and of no other")
    void purge() throws IOException {
        pay(A, write(A));
        pay(B, write(B));
        Outcome buried = answer(told -> journal.bury(A, 2, "delete", told));
        assertInstanceOf(Outcome.Committed.class, buried);
        assertEquals(Set.of(A), Debts.purge(journal, files));
        assertEquals(Set.of(), Debts.purge(journal, files));
        assertFalse(files.has(A));
        assertTrue(files.has(B));
    }

    @Test
    @DisplayName("names files of ours without their session, and leaves them alone")
    void orphans() throws IOException {
        pay(B, write(B));
        Mark lost = Texts.ours(3);
        files.pay(A, Texts.stamp(lost), Texts.document(lost), place -> true);
        assertEquals(Set.of(A), Debts.orphans(journal, files));
        assertTrue(files.has(A));
    }

    @Test
    @DisplayName("knows its own history by the chain at every seq, and asks again when the store is down")
    void history() throws IOException {
        Mark at = write(A);
        History history = new JournalHistory(journal, A);
        assertTrue(history.has(at));
        assertTrue(history.has(new Mark(0, new Chain(Bytes.utf8("a").sha256()))));
        assertFalse(history.has(new Mark(1, new Chain(Bytes.utf8("a").sha256()))));
        assertFalse(history.has(new Mark(2, at.chain())));
        journal.close();
        assertThrows(IOException.class, () -> history.has(at));
    }
}
