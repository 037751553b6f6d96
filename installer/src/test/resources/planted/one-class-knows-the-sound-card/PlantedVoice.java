package tutti.client.audio;

public record PlantedVoice(javax.sound.sampled.AudioFormat format) {}
