package tutti.server.room;

public final class PlantedSleep {
    void nap() throws InterruptedException {
        Thread.sleep(10);
    }
}
