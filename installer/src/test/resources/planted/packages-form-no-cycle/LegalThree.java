package tutti.three;

public record LegalThree(tutti.one.PlantedOne next) {}
