package tutti.server.room;

/**
 * One way to keep a session: what is written durably with each edit, and when the whole document goes to the KV.
 *
 * @param number as the table has it
 * @param durable what each edit writes to the durable store
 * @param debounce milliseconds without an edit after which the KV is written; 0 if only the last leave does that
 * @param structural adding, deleting and clearing tracks write the KV at once
 * @param replays clients keep their own edits and ask for them again after a crash
 * @param versions clients notice that what they are given is older than what they had
 */
record Way(
        int number, String name, Durable durable, int debounce, boolean structural, boolean replays, boolean versions) {
    /** What an edit writes before it is acknowledged. */
    enum Durable {
        NOTHING,
        DOCUMENT,
        ROW
    }

    /** Every way that was weighed. */
    static Way[] all() {
        return new Way[] {
            new Way(0, "as it was: KV debounced 5 s, nothing durable", Durable.NOTHING, 5_000, false, false, false),
            new Way(1, "whole document durable each time, KV debounced", Durable.DOCUMENT, 5_000, false, false, false),
            new Way(2, "KV debounced 100 ms", Durable.NOTHING, 100, false, false, false),
            new Way(3, "as 0; clients replay their own edits", Durable.NOTHING, 5_000, false, true, false),
            new Way(4, "as 0; version numbers show a stale snapshot", Durable.NOTHING, 5_000, false, false, true),
            new Way(5, "hybrid: rows durable, KV debounced", Durable.ROW, 5_000, false, false, false),
            new Way(6, "as 0; KV at once for tracks that come or go", Durable.NOTHING, 5_000, true, false, false),
            new Way(7, "Tutti's rule: rows durable, KV on the last leave", Durable.ROW, 0, false, false, false)
        };
    }

    boolean isDurable() {
        return durable != Durable.NOTHING;
    }
}
