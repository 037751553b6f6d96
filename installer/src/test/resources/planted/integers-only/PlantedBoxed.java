package tutti.edit;

public record PlantedBoxed(java.util.List<Float> values) {}
