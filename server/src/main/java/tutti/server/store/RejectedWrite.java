package tutti.server.store;

/** This one write cannot be done, while others can. */
final class RejectedWrite extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RejectedWrite(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
