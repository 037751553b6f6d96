package tutti.sync;

public record PlantedClock(long at) {
    public static PlantedClock now() {
        return new PlantedClock(System.nanoTime());
    }
}
