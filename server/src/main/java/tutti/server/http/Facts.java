package tutti.server.http;

/**
 * What a server says of itself.
 *
 * @param version of the program
 * @param protocol version that its WebSocket speaks
 * @param webSocketPort where that listens
 * @param webSocketPath the path there
 */
public record Facts(String version, int protocol, int webSocketPort, String webSocketPath) {}
