package tutti.client.app;

import tutti.model.SessionId;

/** A session in a server's list. */
record RoomCard(SessionId id, String name, int people, boolean frozen) {}
