/**
 * HTTP for people's tools: reads and edits of sessions, health, metrics. A small router over the JDK's server, a
 * virtual thread a request. What a session is, it asks through {@link tutti.server.http.Api}.
 */
@NullMarked
package tutti.server.http;

import org.jspecify.annotations.NullMarked;
