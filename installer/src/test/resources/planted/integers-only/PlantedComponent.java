package tutti.model;

public record PlantedComponent(double value) {}
