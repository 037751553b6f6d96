package tutti.server.room;

public final class PlantedCounter {
    static int count;

    private PlantedCounter() {}
}
