package tutti.wire;

public record PlantedFile(java.nio.file.Path path) {}
