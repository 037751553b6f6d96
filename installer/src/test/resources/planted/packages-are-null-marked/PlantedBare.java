package tutti.bare;

public record PlantedBare(int value) {}
