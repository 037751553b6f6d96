package tutti.sync.sim;

/** What a shell can do wrong. */
enum Fault {
    /** The shells are right. */
    NONE,
    /** The server sends before the store has committed. */
    TOLD_BEFORE_COMMIT,
    /** The client sends before its file was forced. */
    SENT_BEFORE_FORCED,
    /** The store writes rows in one transaction and settled numbers in the next. */
    TWO_TRANSACTIONS,
    /** After a failed commit the server loads the room anew and greets nobody. */
    NO_WELCOME,
    /** After a failed sync the server tries the same handle again, which then says yes to everything. */
    RETRY,
    /** The server says what plays under a tempo that is not durable. */
    TEMPO_BEFORE_COMMIT,
    /** The store gives back the newest snapshot, and none of the rows before it. */
    SHORT_MEMORY
}
