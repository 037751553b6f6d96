package tutti.server.http;

/**
 * What a server says of itself.
 *
 * @param version of the program
 * @param protocol version that its WebSocket speaks
 * @param webSocketPort where that listens
 * @param webSocketPath the path there
 * @param start a random id of this start, by which a client knows the server of its own folder
 */
public record Facts(String version, int protocol, int webSocketPort, String webSocketPath, String start) {}
