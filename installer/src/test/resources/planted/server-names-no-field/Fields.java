package tutti.edit;

public record Fields(int all) {}
