package tutti.sync;

/** What comes of loading a room. */
public sealed interface Restored {
    /** A room like the one that was. */
    record Alive(Room room) implements Restored {}

    /** The stored rows do not make a document; in words what and where. */
    record Damaged(String what) implements Restored {}
}
