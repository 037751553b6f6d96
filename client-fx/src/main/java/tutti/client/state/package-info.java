/**
 * One thread that runs the replica of a session: it keeps the outbox file, speaks with the server over a line, and
 * publishes immutable snapshots. It knows no window and no sound.
 */
@NullMarked
package tutti.client.state;

import org.jspecify.annotations.NullMarked;
