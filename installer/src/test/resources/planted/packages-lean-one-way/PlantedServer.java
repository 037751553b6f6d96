package tutti.server.room;

public record PlantedServer(tutti.client.audio.PlantedAudio stranger) {}
