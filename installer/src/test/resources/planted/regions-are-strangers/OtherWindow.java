package tutti.client.ui.window;

public record OtherWindow(int value) {}
