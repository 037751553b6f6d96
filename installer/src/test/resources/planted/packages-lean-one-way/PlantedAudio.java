package tutti.client.audio;

public record PlantedAudio(tutti.sync.OtherSync upwards) {}
