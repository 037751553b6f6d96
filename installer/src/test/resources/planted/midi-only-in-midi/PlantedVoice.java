package tutti.client.audio;

public record PlantedVoice(javax.sound.midi.Receiver receiver) {}
