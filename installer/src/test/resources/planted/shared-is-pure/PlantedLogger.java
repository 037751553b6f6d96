package tutti.sync;

public record PlantedLogger(org.slf4j.Logger logger) {}
