package tutti.server.room;

public record OtherRoom(int value) {}
