package tutti.wire;

public record OtherWire(int value) {}
