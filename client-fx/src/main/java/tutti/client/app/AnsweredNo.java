package tutti.client.app;

import java.io.IOException;

/** A server answered that it does not do what was asked, and why. */
final class AnsweredNo extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    AnsweredNo(int status, String words) {
        super(words);
        this.status = status;
    }

    /** HTTP status. */
    int status() {
        return status;
    }
}
