package tutti.server.store;

import java.sql.Connection;
import java.sql.SQLException;

/** All that a write may touch. Writer thread only, inside its transaction. */
record WriteTables(
        SessionTable sessions,
        ContentTable content,
        OutboxTable outboxes,
        BinTable bin,
        ActTable acts,
        FaceTable faces) {
    static WriteTables on(Connection to) throws SQLException {
        SealTable seals = new SealTable(to);
        return new WriteTables(
                new SessionTable(to, seals),
                new ContentTable(to),
                new OutboxTable(to, seals),
                new BinTable(to, seals),
                new ActTable(to),
                new FaceTable(to));
    }

    /** After a rollback, nothing that was remembered in it counts. */
    void forget() throws SQLException {
        sessions.forget();
        outboxes.forget();
    }
}
