package tutti.sync;

@com.fasterxml.jackson.annotation.JsonPropertyOrder("value")
public record PlantedAnnotated(int value) {}
