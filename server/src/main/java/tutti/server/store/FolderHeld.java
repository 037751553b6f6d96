package tutti.server.store;

import java.io.IOException;

/** Another server works in this folder. */
public final class FolderHeld extends IOException {
    private static final long serialVersionUID = 1L;

    FolderHeld(String message) {
        super(message);
    }

    FolderHeld(String message, Throwable cause) {
        super(message, cause);
    }
}
