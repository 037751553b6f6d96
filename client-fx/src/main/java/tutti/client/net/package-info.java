/** The client's line to a server: frames in, frames out, again and again. The only user of Java-WebSocket here. */
@NullMarked
package tutti.client.net;

import org.jspecify.annotations.NullMarked;
