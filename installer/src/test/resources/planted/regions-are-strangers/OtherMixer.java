package tutti.client.ui.mixer;

public record OtherMixer(tutti.client.ui.kit.LegalKnob control) {}
