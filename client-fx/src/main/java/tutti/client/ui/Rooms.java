package tutti.client.ui;

import java.util.List;

/**
 * The rooms of one server.
 *
 * @param server its address as a person would type it
 * @param list its rooms, newest first
 * @param problem why the list could not be had; empty if all is well
 */
public record Rooms(String server, List<Room> list, String problem) {
    /**
     * A room that can be opened.
     *
     * @param people how many are in
     * @param here whether this window is in it
     */
    public record Room(String id, String name, int people, boolean here) {}
}
