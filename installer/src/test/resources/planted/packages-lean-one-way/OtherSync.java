package tutti.sync;

public record OtherSync(int value) {}
