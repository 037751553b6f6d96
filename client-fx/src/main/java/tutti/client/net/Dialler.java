package tutti.client.net;

import java.io.IOException;
import java.net.URI;

/** Finds out where the room's server is right now. May block, and be asked before every attempt. */
public interface Dialler {
    /**
     * The WebSocket address.
     *
     * @throws IOException in words for people, if no server is there now
     */
    URI dial() throws IOException;
}
