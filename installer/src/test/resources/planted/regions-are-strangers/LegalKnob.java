package tutti.client.ui.kit;

public record LegalKnob(int value) {}
