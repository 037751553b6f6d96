package tutti.server.kv;

import java.util.OptionalLong;

/**
 * What a session owes to the KV. Not a flag that could be lost: it follows from the head and the folder.
 *
 * @param seq the newest durable seq
 * @param kvSeq the seq that was noted for the file, if one was
 * @param file whether a file lies there
 */
public record Debt(long seq, OptionalLong kvSeq, boolean file) {
    /** Without a file, owed from the first row on; with a file, while the note is missing or behind. */
    public boolean owed() {
        return file ? kvSeq.isEmpty() || seq > kvSeq.getAsLong() : seq >= 1;
    }

    /** Whether to write now. The room asks after each of its turns. */
    public boolean due(Stillness now) {
        return owed() && now.still();
    }
}
