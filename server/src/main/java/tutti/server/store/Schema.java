package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schema, as the steps that led to it: a new store takes them all, an older one those that it lacks, before it
 * serves. H2 commits at every statement of this kind, so each can be repeated, and the version is noted when all of its
 * step are synced: a step that was cut off anywhere is done again by the next start.
 */
final class Schema {
    /** What one version added. Every statement does nothing where it was done before. */
    private record Step(int version, List<String> statements) {}

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private static final Step FIRST = new Step(
            1,
            List.of(
                    "CREATE TABLE IF NOT EXISTS meta(id INT PRIMARY KEY, format VARCHAR NOT NULL,"
                            + " store VARCHAR NOT NULL, version INT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS opening(id BIGINT PRIMARY KEY, h2 VARCHAR NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS session(number BIGINT PRIMARY KEY, id VARCHAR NOT NULL UNIQUE,"
                            + " request VARCHAR NOT NULL, origin INT NOT NULL, frozen BOOLEAN NOT NULL,"
                            + " created BIGINT NOT NULL, lineage VARBINARY NOT NULL, crc INT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS head(session BIGINT PRIMARY KEY, version BIGINT NOT NULL,"
                            + " seq BIGINT NOT NULL, chain BINARY(32) NOT NULL, kv_seq BIGINT, name VARCHAR NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS tomb(session BIGINT PRIMARY KEY, request VARCHAR NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS start(id BIGINT PRIMARY KEY, chain BINARY(32) NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS entry(id BIGINT PRIMARY KEY, chain BINARY(32) NOT NULL,"
                            + " body VARBINARY NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS part(id BIGINT PRIMARY KEY, body VARBINARY NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS manifest(session BIGINT PRIMARY KEY, hash BINARY(32) NOT NULL,"
                            + " body VARBINARY NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS outbox(id BIGINT PRIMARY KEY, session BIGINT NOT NULL,"
                            + " member VARCHAR NOT NULL, outbox VARCHAR NOT NULL, settled BIGINT NOT NULL,"
                            + " verdicts VARBINARY NOT NULL, crc INT NOT NULL)",
                    "CREATE UNIQUE INDEX IF NOT EXISTS outbox_name ON outbox(session, member, outbox)"));

    /**
     * A pack holds compressed rows from the seq of its key on. An act landed, but is no row: its key counts the
     * session's acts. A session with a row in the bin is deleted since then, unless {@code deleted} is null again. An
     * earlier manifest was replaced by the one that stands, and still shows what the session was at the seq of its key.
     */
    private static final Step SECOND = new Step(
            2,
            List.of(
                    "CREATE TABLE IF NOT EXISTS pack(id BIGINT PRIMARY KEY, held INT NOT NULL, size INT NOT NULL,"
                            + " before BINARY(32) NOT NULL, after BINARY(32) NOT NULL, crc INT NOT NULL,"
                            + " body VARBINARY NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS act(id BIGINT PRIMARY KEY, wall BIGINT NOT NULL,"
                            + " micros BIGINT NOT NULL, member VARCHAR NOT NULL, what VARBINARY NOT NULL,"
                            + " crc INT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS bin(session BIGINT PRIMARY KEY, deleted BIGINT,"
                            + " request VARCHAR NOT NULL, crc INT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS earlier(id BIGINT PRIMARY KEY, hash BINARY(32) NOT NULL,"
                            + " body VARBINARY NOT NULL)"));

    /** What vouches for the catalogue; sessions of before are sealed as they are found. */
    private static final Step THIRD = new Step(
            3,
            List.of("CREATE TABLE IF NOT EXISTS seal(session BIGINT PRIMARY KEY, name INT NOT NULL, kv INT NOT NULL,"
                    + " tomb INT NOT NULL, outboxes BIGINT NOT NULL)"));

    /** That rows were dropped: the place up to which they are gone is the key. */
    private static final Step FOURTH = new Step(
            4,
            List.of("CREATE TABLE IF NOT EXISTS trimmed(id BIGINT PRIMARY KEY, wall BIGINT NOT NULL,"
                    + " chain BINARY(32) NOT NULL, dropped BIGINT NOT NULL, crc INT NOT NULL)"));

    /**
     * How authors of rows were seen last; what vouches for the rest of the catalogue; and what landed, with the head's
     * seq then. Acts of before have no such place, and have their sums as they are.
     */
    private static final Step FIFTH = new Step(
            5,
            List.of(
                    "CREATE TABLE IF NOT EXISTS face(id BIGINT PRIMARY KEY, member VARCHAR NOT NULL,"
                            + " name VARCHAR NOT NULL, colour INT NOT NULL, crc INT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS voucher(session BIGINT PRIMARY KEY, request INT NOT NULL,"
                            + " bin INT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS landed(id BIGINT PRIMARY KEY, seq BIGINT NOT NULL,"
                            + " wall BIGINT NOT NULL, micros BIGINT NOT NULL, member VARCHAR NOT NULL,"
                            + " what VARBINARY NOT NULL, crc INT NOT NULL)",
                    "INSERT INTO landed SELECT a.id, " + ActTable.NOWHERE + ", a.wall, a.micros, a.member, a.what,"
                            + " a.crc FROM act a LEFT JOIN landed l ON l.id = a.id WHERE l.id IS NULL"));

    private static final List<Step> STEPS = List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH);

    /** What this server writes; a store with a higher schema is refused. */
    static final int NEWEST = STEPS.getLast().version();

    private Schema() {}

    /** Makes all tables of a new store, whose meta row is written after them. */
    static void make(Connection in) throws SQLException {
        for (Step step : STEPS) {
            run(in, step);
        }
    }

    /** Gives an older store what it lacks. */
    static void raise(Connection of, H2Mode mode, int from) throws SQLException {
        for (Step step : STEPS) {
            if (step.version() > from) {
                run(of, step);
                sync(of, mode);
                note(of, step.version());
                sync(of, mode);
                LOG.info("the store has schema {} now", step.version());
            }
        }
    }

    private static void run(Connection on, Step step) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (String each : step.statements()) {
                statement.execute(each);
            }
        }
        on.commit();
        if (step.version() == THIRD.version()) {
            SealTable.fill(on);
        } else if (step.version() == FIFTH.version()) {
            SealTable.vouch(on);
        }
    }

    private static void note(Connection on, int version) throws SQLException {
        try (PreparedStatement update = on.prepareStatement("UPDATE meta SET version = ?")) {
            Sql.run(update, version);
        }
        on.commit();
    }

    private static void sync(Connection on, H2Mode mode) throws SQLException {
        try (Statement sync = on.createStatement()) {
            sync.execute(mode.sync());
        }
    }
}
