package tutti.client.state;

public record OtherState(int value) {}
