package tutti.marked;

public record LegalMarked(int value) {}
