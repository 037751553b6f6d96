package tutti.server.room;

/** What comes of looking for a room. */
sealed interface Found {
    /** Here it is; its state may have to be read yet. */
    record Here(RoomActor room) implements Found {}

    /** There is no such session, in words. */
    record Nowhere(String words) implements Found {}

    /** Something is there that cannot be taken, in words. */
    record Damaged(String words) implements Found {}

    /** The store cannot say now. */
    record Later(String reason) implements Found {}
}
