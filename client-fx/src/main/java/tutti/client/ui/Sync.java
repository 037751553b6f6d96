package tutti.client.ui;

/**
 * How this window stands with its server.
 *
 * @param waiting edits of mine that are not yet durable
 * @param durable number of the last durable edit of the room
 * @param host what to call the machine that runs the room: "Lowend's laptop"
 * @param spreadMicros how far the clocks may be apart, or −1 while unknown
 * @param why it is not connected, in words; empty while nothing is known to be wrong
 * @param doing how it gets into a room, while it is joining one: "Joining “Attic”"
 */
public record Sync(Link link, int waiting, long durable, String host, int spreadMicros, String why, String doing) {
    /** Not joining. */
    public Sync(Link link, int waiting, long durable, String host, int spreadMicros, String why) {
        this(link, waiting, durable, host, spreadMicros, why, "");
    }

    /** On the way into a room. */
    public static Sync joining(String host, String why, String doing) {
        return new Sync(Link.JOINING, 0, 0, host, -1, why, doing);
    }

    /** The line to the server. */
    public enum Link {
        /** No room is open: there is nothing that could be changed. */
        NOWHERE,
        /** On the way into a room of which nothing can be shown yet. */
        JOINING,
        CONNECTING,
        CONNECTED,
        /** Connected, but the server cannot store for the moment. */
        PAUSED,
        LOST,
        /** Another window goes on with what this one did: not connected, and not again by itself. */
        REPLACED,
        /** The session failed on this machine: it can be looked at, and changed once it is opened again. */
        ENDED;

        /** Whether a room is there that can be shown and changed. */
        public boolean open() {
            return switch (this) {
                case NOWHERE, JOINING -> false;
                case CONNECTING, CONNECTED, PAUSED, LOST, REPLACED, ENDED -> true;
            };
        }

        /** Whether something is wrong, and not only not there yet. */
        public boolean wrong() {
            return switch (this) {
                case PAUSED, LOST, REPLACED, ENDED -> true;
                case NOWHERE, JOINING, CONNECTING, CONNECTED -> false;
            };
        }
    }
}
