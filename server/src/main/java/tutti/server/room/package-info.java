/**
 * Rooms as the server runs them: {@link tutti.server.room.RoomHost} finds them, a {@code RoomActor} is the one owner of
 * a room's state. The rules of a room are {@link tutti.sync.Room} and {@link tutti.sync.Lobby}; here they are given a
 * mailbox, a clock, a journal and sockets.
 */
@NullMarked
package tutti.server.room;

import org.jspecify.annotations.NullMarked;
