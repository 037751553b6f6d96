/**
 * The WebSocket gateway: guards the door, hands frames to its {@link tutti.server.net.Intake}, and keeps a cursor for
 * each client. It knows no word of the musical protocol. The only user of Java-WebSocket on the server.
 */
@NullMarked
package tutti.server.net;

import org.jspecify.annotations.NullMarked;
