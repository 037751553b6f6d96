package tutti.server.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How H2 is spoken to. Every part of {@link #DURABLE} was paid for: with lost commits, with bytes or with pauses
 * (decision record 0010). Tests take parts away to see that they are missed.
 *
 * @param fileSystem prefix of H2's file system; {@code retry:} survives interrupts, {@link Summed} lets
 *     a chunk that a power cut tore be told from a whole one
 * @param options the same for every connection
 * @param sync the statement that forces the file
 */
record H2Mode(String fileSystem, String options, String sync) {
    static final H2Mode DURABLE = new H2Mode(
            Summed.over("retry:"),
            "WRITE_DELAY=0;REUSE_SPACE=FALSE;PAGE_SIZE=512;DB_CLOSE_ON_EXIT=FALSE",
            "CHECKPOINT SYNC");

    /**
     * To read only, and only the first so many bytes of the file.
     *
     * @param view a word; who ends a view ends it for all that look through one of that name
     */
    H2Mode reading(String view, long length) {
        String reading = options + ";ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0";
        return new H2Mode(Prefix.of(view, length) + fileSystem, reading, sync);
    }

    /** A connection to the store at {@code path} (without H2's ending), which is made if it is not there. */
    Connection connect(Path path) throws SQLException {
        Connection to = DriverManager.getConnection("jdbc:h2:" + fileSystem + path.toAbsolutePath() + ";" + options);
        PageNotes.shrink(to);
        return to;
    }
}
