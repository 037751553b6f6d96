package tutti.client.app;

import java.util.Optional;
import tutti.client.ui.Rooms;
import tutti.model.SessionId;

/**
 * A session in a server's list.
 *
 * @param source what it was copied from, as far as the server tells
 * @param old whether it is a record of an older program still, of which the first who opens it makes a session
 */
record RoomCard(SessionId id, String name, int people, boolean frozen, Optional<Rooms.Source> source, boolean old) {}
