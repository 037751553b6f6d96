package tutti.client.net;

public record PlantedLink(tutti.server.room.OtherRoom stranger) {}
