package tutti.client.midi;

public record LegalPort(javax.sound.midi.Receiver receiver) {}
