package tutti.client.ui.grid;

public record PlantedGrid(tutti.client.ui.mixer.OtherMixer neighbour) {}
