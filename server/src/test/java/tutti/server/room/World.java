package tutti.server.room;

/** A server in one hand, on a journal and files in memory. */
final class World extends Stage<FakeJournal, FakeFiles> {
    /** With one empty session. */
    World() {
        this(new FakeJournal(), new FakeFiles());
        furnish();
    }

    /** A start of the server on what is there. */
    World(FakeJournal journal, FakeFiles files) {
        super(journal, files, new StoreBell());
    }

    /** The server is killed and starts again on the same store and files. */
    World restarted() {
        return new World(journal, files);
    }
}
