package tutti.client.net;

public record LegalLink(org.java_websocket.WebSocket socket) {}
