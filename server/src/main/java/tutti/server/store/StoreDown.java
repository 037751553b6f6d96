package tutti.server.store;

import java.io.IOException;

/** The store is not open just now, or a read of it failed. It comes back by itself if it can. */
public final class StoreDown extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** In words for the operator. */
    public StoreDown(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The same, with what it follows from. */
    public StoreDown(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Why, in words for the operator. */
    public String reason() {
        return reason;
    }
}
