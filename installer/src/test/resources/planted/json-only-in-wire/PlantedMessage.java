package tutti.sync;

public record PlantedMessage(tools.jackson.databind.JsonNode body) {}
