package tutti.server.room;

public final class PlantedSleepTest {
    void nap() throws InterruptedException {
        Thread.sleep(10);
    }
}
