package tutti.client.app;

public record OtherRoot(int value) {}
