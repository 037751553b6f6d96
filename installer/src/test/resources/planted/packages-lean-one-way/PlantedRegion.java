package tutti.client.ui.grid;

public record PlantedRegion(tutti.client.state.OtherState loop) {}
