/**
 * The sound of a session: a pure engine that renders room frames at 48 kHz, the compiler from document to score, the
 * sounds, and the one class that talks to a sound card. No JavaFX, no sockets, no JSON.
 */
@NullMarked
package tutti.client.audio;

import org.jspecify.annotations.NullMarked;
