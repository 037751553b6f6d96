package tutti.server.room;

public final class PlantedAtomic {
    static final java.util.concurrent.atomic.AtomicInteger COUNT = new java.util.concurrent.atomic.AtomicInteger();

    private PlantedAtomic() {}
}
