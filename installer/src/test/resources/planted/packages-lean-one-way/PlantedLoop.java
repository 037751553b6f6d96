package tutti.client.state;

public record PlantedLoop(tutti.client.history.PlantedPast past) {}
