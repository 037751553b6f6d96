package tutti.sync;

public record PlantedMessage(tools.jackson.core.JsonToken token) {}
