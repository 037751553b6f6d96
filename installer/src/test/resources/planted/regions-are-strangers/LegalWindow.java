package tutti.client.ui.window;

public record LegalWindow(tutti.client.ui.mixer.OtherMixer region) {}
