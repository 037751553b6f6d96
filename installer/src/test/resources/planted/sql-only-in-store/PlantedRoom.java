package tutti.server.room;

public record PlantedRoom(java.sql.Connection database) {}
