package tutti.server.room;

import java.io.IOException;
import tutti.server.store.Journal;

/** What each journal keeps, whichever it is. */
enum JournalLaw {
    GIVES_BACK_A_BIRTH(JournalWriteLaws::birth),
    LETS_THE_FIRST_CREATOR_WIN(JournalWriteLaws::creators),
    KEEPS_ROWS_IN_ORDER_WITHOUT_A_GAP(JournalWriteLaws::rows),
    SHOWS_AT_ONCE_WHAT_IT_TOLD(JournalWriteLaws::told),
    KEEPS_WHAT_WAS_SETTLED_WITH_ITS_ROWS(JournalWriteLaws::settled),
    REFUSES_WHO_WAS_REPLACED(JournalWriteLaws::fenced),
    LEAVES_NOTHING_OF_WHAT_IT_REJECTS(JournalWriteLaws::rejected),
    TAKES_NOTHING_AFTER_A_SYNC_THAT_FAILED(JournalWriteLaws::failedSync),
    KEEPS_THE_PARTS_OF_A_SNAPSHOT(JournalWriteLaws::checkpoint),
    BINS_AND_BRINGS_BACK(JournalWriteLaws::bin),
    DOES_AN_ASKING_ONCE(JournalWriteLaws::asking),
    BURIES_FOR_EVER(JournalWriteLaws::buried),
    READS_WHAT_THE_WINDOW_TAKES(JournalReadLaws::window),
    READS_ON_IN_STRETCHES(JournalReadLaws::stretches),
    READS_BACK_IN_STRETCHES(JournalReadLaws::backwards),
    READS_THE_SAME_WHEN_TIDIED(JournalReadLaws::tidied),
    BUILDS_THE_PAST_FROM_A_SNAPSHOT(JournalReadLaws::footing),
    KNOWS_WHO_OWES_A_FILE(JournalReadLaws::owing),
    LISTS_WHAT_STANDS(JournalReadLaws::listing),
    KEEPS_ACTS_BY_ROW(JournalReadLaws::acts),
    KEEPS_NAMES_OF_AUTHORS(JournalReadLaws::faces),
    COUNTS_ADOPTIONS(JournalReadLaws::adoptions),
    KEEPS_ITS_ID(JournalReadLaws::id);

    /** A journal, and what may happen to it. */
    interface Shelf extends AutoCloseable {
        Journal journal();

        /** Closes it and opens it again. */
        void again() throws IOException;

        /** Packs what can be packed. */
        void tidy() throws IOException;

        /** From now on no sync succeeds. */
        void ill();

        /** It is well again; returns when it takes writes. */
        void well();

        @Override
        void close() throws IOException;
    }

    /** Throws if the journal does not keep the law. */
    private interface Check {
        void on(Shelf shelf) throws IOException;
    }

    private final Check check;

    JournalLaw(Check check) {
        this.check = check;
    }

    /** @throws AssertionError if this shelf does not keep the law */
    void holds(Shelf shelf) throws IOException {
        check.on(shelf);
    }
}
