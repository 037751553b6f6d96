package tutti.client.app;

import java.net.URI;

/**
 * A server as it answers over HTTP.
 *
 * @param http where it answers, {@code http://host:port}
 * @param version of its program
 * @param protocol that its WebSocket speaks
 * @param line where that is
 * @param start a random id of its start; empty if it is an older one
 */
record ServerCard(URI http, String version, int protocol, URI line, String start) {}
