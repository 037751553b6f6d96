package tutti.sync;

/** What a lobby wants said. Of what has the same key only the newest matters. */
public sealed interface News {
    /** To everybody in the room. */
    record ToAll(String key, ServerMessage message) implements News {}

    /** The room is full of people: close this connection. */
    record Full(long connection) implements News {}
}
