package tutti.client.app;

public record PlantedBus(int value) {}
