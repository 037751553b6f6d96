package tutti.two;

public record PlantedTwo(tutti.one.PlantedOne next) {}
