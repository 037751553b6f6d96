package tutti.server.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.room.Papers;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.LegacyRecord;
import tutti.wire.Parsed;
import tutti.wire.Seal;
import tutti.wire.Stamp;

/** What a file holds that is to be brought over. */
sealed interface Incoming {
    /** A record of the old web system. */
    record Old(LegacyRecord record) implements Incoming {}

    /**
     * A KV file of ours.
     *
     * @param seq the place in its history that it shows
     */
    record Ours(Session session, long seq) implements Incoming {}

    /** Neither, in words. */
    record Neither(String why) implements Incoming {}

    /** Reads the content of the file that is named by {@code id}. */
    static Incoming read(SessionId id, byte[] content) {
        Optional<byte[]> text = Seal.off(content);
        if (text.isEmpty()) {
            return new Neither("it is a KV file of ours, and not as it was written");
        }
        return looksLikeOurs(text.get()) ? ours(id, text.get()) : old(id, text.get());
    }

    /** Ours begin with the chain, since members are sorted; no record of the old system has one. */
    private static boolean looksLikeOurs(byte[] text) {
        byte[] start = "{\"chain\":".getBytes(StandardCharsets.UTF_8);
        return text.length > start.length && Arrays.equals(text, 0, start.length, start, 0, start.length);
    }

    private static Incoming ours(SessionId id, byte[] text) {
        return switch (Documents.read(text)) {
            case Parsed.Of<Document>(Document document) -> stamped(id, document);
            case Parsed.Malformed<Document> malformed -> new Neither("it is damaged: " + malformed.text());
        };
    }

    private static Incoming stamped(SessionId id, Document document) {
        Optional<Stamp> stamp = document.stamp().filter(own -> own.id().equals(id));
        if (stamp.isEmpty()) {
            return new Neither("it is the file of another session");
        }
        return Papers.place(stamp.get())
                .<Incoming>map(at -> new Ours(document.session(), at.seq()))
                .orElseGet(
                        () -> new Neither("it says to show row " + stamp.get().seq() + ", and none is counted so"));
    }

    private static Incoming old(SessionId id, byte[] text) {
        return switch (LegacyRecord.read(id, text)) {
            case Parsed.Of<LegacyRecord>(LegacyRecord record) -> new Old(record);
            case Parsed.Malformed<LegacyRecord> malformed ->
                new Neither("it is no record that can be read: " + malformed.text());
        };
    }

    /** What there is to say of it besides. */
    default List<String> words() {
        return switch (this) {
            case Old(LegacyRecord record) -> record.report();
            case Ours(Session _, long seq) -> List.of("its history begins anew at " + seq);
            case Neither(String why) -> List.of(why);
        };
    }
}
