package tutti.client.app;

import java.util.Optional;
import tutti.client.ui.Rooms;
import tutti.model.SessionId;

/**
 * A session in a server's list.
 *
 * @param source what it was copied from, as far as the server tells
 */
record RoomCard(SessionId id, String name, int people, boolean frozen, Optional<Rooms.Source> source) {}
