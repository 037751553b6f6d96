package tutti.server.room;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.model.SessionId;
import tutti.server.kv.Legacy;
import tutti.server.store.Bytes;
import tutti.server.store.Creation;
import tutti.wire.LegacyRecord;
import tutti.wire.Parsed;

/**
 * What is done when an id is touched that no session has: its legacy record, if there is one, becomes a session, in the
 * store's own turn. The primary key decides between two who come at once; the loser finds the winner's. Blocks.
 */
record Adoption(Means means, Births births) {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    /** What came of it. */
    sealed interface Result {
        /** The session is there now. */
        record There() implements Result {}

        /** No: in words, whether damage or just nothing there. */
        record No(String words, boolean damage) implements Result {}

        /** The store cannot say now. */
        record Later(String reason) implements Result {}
    }

    Result of(SessionId id) {
        return switch (means.files().legacy(id)) {
            case Legacy.Found(Bytes text) -> read(id, text);
            case Legacy.Absent _ -> absent(id);
            case Legacy.Unreadable(String reason) -> unreadable(id, reason);
        };
    }

    private Result absent(SessionId id) {
        return means.files().has(id)
                ? damaged(id, "it has a KV file of ours, but no session in the store")
                : new Result.No("there is no such session", false);
    }

    private Result read(SessionId id, Bytes text) {
        return switch (LegacyRecord.read(id, text.toArray())) {
            case Parsed.Of<LegacyRecord>(LegacyRecord record) -> adopt(id, record);
            case Parsed.Malformed<LegacyRecord> malformed ->
                damaged(id, "the legacy record is damaged: " + malformed.text());
        };
    }

    private Result adopt(SessionId id, LegacyRecord record) {
        return switch (births.adopt(id, record)) {
            case Creation.Made _ -> {
                means.tally().adoption();
                LOG.info("adopted the legacy record {}", id.text());
                record.report().forEach(line -> LOG.info("legacy record {}: {}", id.text(), line));
                yield new Result.There();
            }
            case Creation.There _, Creation.Damaged _ -> new Result.There();
            case Creation.Buried _ -> new Result.No("this session was deleted", false);
            case Creation.Unknown(String reason) -> new Result.Later(reason);
            case Creation.Rejected(String reason) -> {
                LOG.error("the store does not take the legacy record {}: {}", id.text(), reason);
                yield new Result.No("the server cannot take the old record of this session", true);
            }
        };
    }

    private static Result unreadable(SessionId id, String reason) {
        LOG.error("the legacy record {} cannot be read: {}", id.text(), reason);
        return new Result.No("the old record of this session cannot be read on the server", true);
    }

    private static Result damaged(SessionId id, String words) {
        LOG.error("session {}: {}", id.text(), words);
        return new Result.No(words, true);
    }
}
