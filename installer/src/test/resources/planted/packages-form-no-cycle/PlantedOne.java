package tutti.one;

public record PlantedOne(tutti.two.PlantedTwo next) {}
