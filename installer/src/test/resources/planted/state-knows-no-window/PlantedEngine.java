package tutti.client.audio;

public record PlantedEngine(tutti.client.ui.grid.OtherGrid drawn) {}
