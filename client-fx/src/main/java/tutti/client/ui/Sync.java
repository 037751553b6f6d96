package tutti.client.ui;

/**
 * How this window stands with its server.
 *
 * @param waiting edits of mine that are not yet durable
 * @param durable number of the last durable edit of the room
 * @param host what to call the machine that runs the room: "Lowend's laptop"
 * @param spreadMicros how far the clocks may be apart, or −1 while unknown
 * @param why it is not connected, in words; empty while nothing is known to be wrong
 */
public record Sync(Link link, int waiting, long durable, String host, int spreadMicros, String why) {
    /** The line to the server. */
    public enum Link {
        /** No room is open: there is nothing that could be changed. */
        NOWHERE,
        CONNECTING,
        CONNECTED,
        /** Connected, but the server cannot store for the moment. */
        PAUSED,
        LOST;

        /** Whether something is wrong, and not only not there yet. */
        public boolean wrong() {
            return switch (this) {
                case PAUSED, LOST -> true;
                case NOWHERE, CONNECTING, CONNECTED -> false;
            };
        }
    }
}
