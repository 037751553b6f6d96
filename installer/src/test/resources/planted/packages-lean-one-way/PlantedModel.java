package tutti.model;

public record PlantedModel(tutti.sync.OtherSync upwards) {}
