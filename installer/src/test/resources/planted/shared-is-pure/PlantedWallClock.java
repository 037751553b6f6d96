package tutti.sync;

public record PlantedWallClock(long at) {
    public static PlantedWallClock now() {
        return new PlantedWallClock(java.time.Instant.now().toEpochMilli());
    }
}
