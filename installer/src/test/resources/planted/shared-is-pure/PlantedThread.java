package tutti.edit;

public record PlantedThread(Thread owner) {}
