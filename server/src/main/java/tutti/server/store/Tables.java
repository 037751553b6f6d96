package tutti.server.store;

import java.util.List;

/**
 * The schema. A row's key is (session number &lt;&lt; 32 | seq), parts and outboxes alike with their own counters: one
 * BIGINT key keeps a commit at 4.4 KB. Only heads, outboxes and manifests are ever updated; all else is only added.
 */
final class Tables {
    static final String FORMAT = "tutti-store";
    /** A store with a higher schema is refused. */
    static final int SCHEMA = 1;

    static final List<String> MAKE = List.of(
            "CREATE TABLE meta(id INT PRIMARY KEY, format VARCHAR NOT NULL, store VARCHAR NOT NULL,"
                    + " version INT NOT NULL)",
            "CREATE TABLE opening(id BIGINT PRIMARY KEY, h2 VARCHAR NOT NULL)",
            "CREATE TABLE session(number BIGINT PRIMARY KEY, id VARCHAR NOT NULL UNIQUE, request VARCHAR NOT NULL,"
                    + " origin INT NOT NULL, frozen BOOLEAN NOT NULL, created BIGINT NOT NULL,"
                    + " lineage VARBINARY NOT NULL, crc INT NOT NULL)",
            "CREATE TABLE head(session BIGINT PRIMARY KEY, version BIGINT NOT NULL, seq BIGINT NOT NULL,"
                    + " chain BINARY(32) NOT NULL, kv_seq BIGINT, name VARCHAR NOT NULL)",
            "CREATE TABLE tomb(session BIGINT PRIMARY KEY, request VARCHAR NOT NULL)",
            "CREATE TABLE start(id BIGINT PRIMARY KEY, chain BINARY(32) NOT NULL)",
            "CREATE TABLE entry(id BIGINT PRIMARY KEY, chain BINARY(32) NOT NULL, body VARBINARY NOT NULL)",
            "CREATE TABLE part(id BIGINT PRIMARY KEY, body VARBINARY NOT NULL)",
            "CREATE TABLE manifest(session BIGINT PRIMARY KEY, hash BINARY(32) NOT NULL, body VARBINARY NOT NULL)",
            "CREATE TABLE outbox(id BIGINT PRIMARY KEY, session BIGINT NOT NULL, member VARCHAR NOT NULL,"
                    + " outbox VARCHAR NOT NULL, settled BIGINT NOT NULL, verdicts VARBINARY NOT NULL,"
                    + " crc INT NOT NULL)",
            "CREATE UNIQUE INDEX outbox_name ON outbox(session, member, outbox)");

    private Tables() {}

    /** The key of thing {@code low} of a session. */
    static long key(long session, long low) {
        return session << 32 | low;
    }

    /** The lower half of a key. */
    static long low(long key) {
        return key & Limits.SEQ;
    }
}
