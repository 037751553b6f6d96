package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tutti.server.store.Await;
import tutti.server.store.IllDisk;
import tutti.server.store.Journal;
import tutti.server.store.Load;
import tutti.server.store.Progress;
import tutti.server.store.Rooms;
import tutti.server.store.Upkeep;

/** The port that rooms stand on, and both that stand behind it: what is proven on one is true of the other. */
@DisplayName("A journal")
class JournalLawsTest {
    @TempDir
    Path folder;

    /** In memory, as it is or behind something that is wrong. */
    private static final class InMemory implements JournalLaw.Shelf {
        private final FakeJournal journal = new FakeJournal();
        private final Journal shown;

        InMemory() {
            this.shown = journal;
        }

        InMemory(JournalLaw law) {
            this.shown = WrongJournals.against(law, journal);
        }

        @Override
        public Journal journal() {
            return shown;
        }

        @Override
        public void again() {}

        @Override
        public void tidy() {}

        @Override
        public void ill() {
            journal.next(FakeJournal.Fate.LOST);
        }

        @Override
        public void well() {
            journal.up();
        }

        @Override
        public void close() {}
    }

    /** In H2, on a disk that can fall ill. */
    private static final class InH2 implements JournalLaw.Shelf {
        private final Path folder;
        private final IllDisk disk = new IllDisk();
        private Journal journal;

        InH2(Path folder) throws IOException {
            this.folder = folder;
            this.journal = disk.open(folder, Rooms.UNWATCHED);
        }

        @Override
        public Journal journal() {
            return journal;
        }

        @Override
        public void again() throws IOException {
            journal.close();
            journal = disk.open(folder, Rooms.UNWATCHED);
        }

        @Override
        public void tidy() throws IOException {
            ((Upkeep) journal).rewrite(Progress.SILENT);
        }

        @Override
        public void ill() {
            disk.suffer(IllDisk.Illness.SYNC_ERROR);
        }

        @Override
        public void well() {
            disk.suffer(IllDisk.Illness.NONE);
            Await.until(() -> !(journal.load(Rooms.id("a"), Rooms.ALL) instanceof Load.Unavailable));
        }

        @Override
        public void close() throws IOException {
            journal.close();
            disk.close();
        }
    }

    @ParameterizedTest(name = "in memory {0}")
    @EnumSource
    void inMemory(JournalLaw law) throws IOException {
        law.holds(new InMemory());
    }

    @ParameterizedTest(name = "in H2 {0}")
    @EnumSource
    @Tag("slow")
    void inH2(JournalLaw law) throws IOException {
        try (InH2 shelf = new InH2(folder)) {
            law.holds(shelf);
        }
    }

    @ParameterizedTest(name = "that is wrong there is caught: {0}")
    @EnumSource
    void wrong(JournalLaw law) {
        assertThrows(AssertionError.class, () -> law.holds(new InMemory(law)));
    }
}
