package tutti.server.room;

public record PlantedRoom(org.java_websocket.WebSocket socket) {}
