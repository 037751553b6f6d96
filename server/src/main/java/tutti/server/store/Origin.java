package tutti.server.store;

/** Where a session came from. The code is what the store keeps; it never changes its meaning. */
public enum Origin {
    /** Made empty, or from a document that a client sent. */
    NEW(0),
    /** Copied from another session. */
    COPY(1),
    /** One of the bundled demos. */
    DEMO(2),
    /** A legacy record, adopted when it was first touched; {@link Journal#adoptions} counts these. */
    ADOPTED(3),
    /** A KV file of ours, brought over after its store was lost. */
    IMPORTED(4);

    private final int code;

    Origin(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** @throws IllegalArgumentException if no origin has this code: a newer store, or damage */
    static Origin ofCode(int code) {
        for (Origin origin : values()) {
            if (origin.code == code) {
                return origin;
            }
        }
        throw new IllegalArgumentException("unknown origin " + code);
    }
}
