/**
 * Both ends of the protocol as pure state machines: {@link tutti.sync.Room} is the authority over the document,
 * {@link tutti.sync.Lobby} holds what is never stored (people, cursors, transport), {@link tutti.sync.Replica} is one
 * client's confirmed document with its waiting edits on top. None has a thread, a clock or I/O: time and identity are
 * arguments, and what is to be done comes out as values.
 */
@NullMarked
package tutti.sync;

import org.jspecify.annotations.NullMarked;
