package tutti.sync;

/** Why a room lets go of a connection. */
public enum CloseReason {
    /** A number far beyond what was answered. */
    BREACH(1013, "numbers too far ahead; connect again"),
    /** Another connection holds the outbox now. */
    REPLACED(4000, "this outbox is connected elsewhere"),
    /** The session remembers as many outboxes as it can. */
    CROWDED(1013, "this session has had too many clients; make a copy of it"),
    /** The session remembers as many outboxes of this member as it can. */
    MEMBER_CROWDED(1013, "you have had too many clients in this session; take one of them, or make a copy of it");

    private final int code;
    private final String words;

    CloseReason(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The WebSocket close code. */
    public int code() {
        return code;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
