package tutti.client.audio;

public record PlantedDevice(javax.sound.sampled.SourceDataLine line) {}
