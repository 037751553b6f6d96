package tutti.client.ui.grid;

public record PlantedRegion(tutti.client.app.OtherRoot upwards) {}
