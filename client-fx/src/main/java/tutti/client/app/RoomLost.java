package tutti.client.app;

import java.io.IOException;

/** A server does not have a room any more, or cannot read it; trying again alone does not help. */
final class RoomLost extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param words what is the matter, and what can be done about it */
    RoomLost(String words, AnsweredNo cause) {
        super(words, cause);
    }
}
