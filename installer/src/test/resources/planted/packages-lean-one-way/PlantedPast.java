package tutti.client.history;

public record PlantedPast(tutti.client.state.OtherState loop) {}
